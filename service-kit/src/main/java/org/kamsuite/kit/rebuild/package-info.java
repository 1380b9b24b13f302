/// Projections made again from the log, beside the live ones.
@NullMarked
package org.kamsuite.kit.rebuild;

import org.jspecify.annotations.NullMarked;
