/// The HTTP face of ledger.
@NullMarked
package org.kamsuite.account.ledger.rest;

import org.jspecify.annotations.NullMarked;
