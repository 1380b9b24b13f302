/// The HTTP face of opportunities.
@NullMarked
package org.kamsuite.opportunity.pipeline.rest;

import org.jspecify.annotations.NullMarked;
