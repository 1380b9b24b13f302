/// Traces that outlive the thread and the process that began them.
@NullMarked
package org.kamsuite.kit.trace;

import org.jspecify.annotations.NullMarked;
