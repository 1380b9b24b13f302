/// Contracts and what a customer holds.
@NullMarked
package org.kamsuite.account.holding;

import org.jspecify.annotations.NullMarked;
