/// The HTTP face of the catalogue.
@NullMarked
package org.kamsuite.opportunity.catalogue.rest;

import org.jspecify.annotations.NullMarked;
