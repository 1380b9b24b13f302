/// Frames of peers: what accounts are compared with, made daily and on demand.
@NullMarked
package org.kamsuite.opportunity.frame;

import org.jspecify.annotations.NullMarked;
