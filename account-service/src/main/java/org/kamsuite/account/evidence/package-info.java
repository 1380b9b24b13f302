/// Evidence of credibility and of the relationship.
@NullMarked
package org.kamsuite.account.evidence;

import org.jspecify.annotations.NullMarked;
