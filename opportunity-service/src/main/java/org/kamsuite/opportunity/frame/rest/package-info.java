/// The HTTP face of frames of peers.
@NullMarked
package org.kamsuite.opportunity.frame.rest;

import org.jspecify.annotations.NullMarked;
