/// The HTTP face of reference frames and models.
@NullMarked
package org.kamsuite.scoring.frame.rest;

import org.jspecify.annotations.NullMarked;
