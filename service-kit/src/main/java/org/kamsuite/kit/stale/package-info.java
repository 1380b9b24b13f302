/// Marks of what must be computed again, and the worker that does it.
@NullMarked
package org.kamsuite.kit.stale;

import org.jspecify.annotations.NullMarked;
