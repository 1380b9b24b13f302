/// Customer goals, pain points and dislikes.
@NullMarked
package org.kamsuite.account.plan;

import org.jspecify.annotations.NullMarked;
