/// The projections of what other services say, and the sheets as scoring reads them.
@NullMarked
package org.kamsuite.scoring.facts;

import org.jspecify.annotations.NullMarked;
