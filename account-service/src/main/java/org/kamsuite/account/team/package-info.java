/// Who works with an account, and may therefore change it.
@NullMarked
package org.kamsuite.account.team;

import org.jspecify.annotations.NullMarked;
