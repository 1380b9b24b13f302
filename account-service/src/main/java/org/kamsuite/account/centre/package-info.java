/// Buying centres and locations.
@NullMarked
package org.kamsuite.account.centre;

import org.jspecify.annotations.NullMarked;
