/// Accounts and their hierarchy.
@NullMarked
package org.kamsuite.account.portfolio;

import org.jspecify.annotations.NullMarked;
