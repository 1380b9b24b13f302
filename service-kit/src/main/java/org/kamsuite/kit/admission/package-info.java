/// How many requests a process works on at once, and the refusal of those that are too many.
@NullMarked
package org.kamsuite.kit.admission;

import org.jspecify.annotations.NullMarked;
