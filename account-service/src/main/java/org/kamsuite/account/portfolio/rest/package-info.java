/// The HTTP face of accounts.
@NullMarked
package org.kamsuite.account.portfolio.rest;

import org.jspecify.annotations.NullMarked;
