/// Liveness, readiness and gauges that mean something.
@NullMarked
package org.kamsuite.kit.health;

import org.jspecify.annotations.NullMarked;
