/// The projections of what other services say, and the sheets as white space reads them.
@NullMarked
package org.kamsuite.opportunity.facts;

import org.jspecify.annotations.NullMarked;
