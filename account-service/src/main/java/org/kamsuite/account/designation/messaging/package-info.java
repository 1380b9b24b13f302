/// The verdicts of the scoring service, and the prospects of the opportunity service.
@NullMarked
package org.kamsuite.account.designation.messaging;

import org.jspecify.annotations.NullMarked;
