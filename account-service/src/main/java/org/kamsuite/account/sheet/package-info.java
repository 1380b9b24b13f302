/// The fact sheet that other services read.
@NullMarked
package org.kamsuite.account.sheet;

import org.jspecify.annotations.NullMarked;
