/// The HTTP face of the matrix, of observations and of wallet statements.
@NullMarked
package org.kamsuite.opportunity.whitespace.rest;

import org.jspecify.annotations.NullMarked;
