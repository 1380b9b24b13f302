/// The six criteria, the total and the portfolio box, as plain calculations.
@NullMarked
package org.kamsuite.scoring.criteria;

import org.jspecify.annotations.NullMarked;
