/// The HTTP face of holding.
@NullMarked
package org.kamsuite.account.holding.rest;

import org.jspecify.annotations.NullMarked;
