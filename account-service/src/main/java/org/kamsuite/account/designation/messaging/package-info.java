/// The verdicts of the scoring service.
@NullMarked
package org.kamsuite.account.designation.messaging;

import org.jspecify.annotations.NullMarked;
