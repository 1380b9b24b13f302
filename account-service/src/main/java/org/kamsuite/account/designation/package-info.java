/// Who is a key account: the programme, its slots, and the life cycle of a designation.
@NullMarked
package org.kamsuite.account.designation;

import org.jspecify.annotations.NullMarked;
