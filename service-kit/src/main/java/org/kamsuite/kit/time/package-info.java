/// The business date and identifiers.
@NullMarked
package org.kamsuite.kit.time;

import org.jspecify.annotations.NullMarked;
