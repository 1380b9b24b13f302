/// Revenue, margin, effort, requests and bespoke terms.
@NullMarked
package org.kamsuite.account.ledger;

import org.jspecify.annotations.NullMarked;
