/// Opportunities and their life cycle.
@NullMarked
package org.kamsuite.opportunity.pipeline;

import org.jspecify.annotations.NullMarked;
