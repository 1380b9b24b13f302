/// The HTTP face of scoring models.
@NullMarked
package org.kamsuite.scoring.models.rest;

import org.jspecify.annotations.NullMarked;
