/// What a company may decide differently about white space.
@NullMarked
package org.kamsuite.opportunity.rules;

import org.jspecify.annotations.NullMarked;
