/// Scores: computed, stored with their breakdown, published.
@NullMarked
package org.kamsuite.scoring.score;

import org.jspecify.annotations.NullMarked;
