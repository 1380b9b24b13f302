/// Projections of other services' events: applied in batches, exactly once in effect.
@NullMarked
package org.kamsuite.kit.inbox;

import org.jspecify.annotations.NullMarked;
