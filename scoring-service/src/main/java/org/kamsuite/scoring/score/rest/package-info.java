/// The HTTP face of scores.
@NullMarked
package org.kamsuite.scoring.score.rest;

import org.jspecify.annotations.NullMarked;
