/// Recommendations: the six kinds, the need gate and the priority.
@NullMarked
package org.kamsuite.opportunity.detection;

import org.jspecify.annotations.NullMarked;
