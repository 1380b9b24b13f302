/// The HTTP face of recommendations.
@NullMarked
package org.kamsuite.opportunity.detection.rest;

import org.jspecify.annotations.NullMarked;
