/// The white-space matrix: who serves which need, and what it is worth.
@NullMarked
package org.kamsuite.opportunity.whitespace;

import org.jspecify.annotations.NullMarked;
