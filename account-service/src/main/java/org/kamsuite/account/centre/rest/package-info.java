/// The HTTP face of centre.
@NullMarked
package org.kamsuite.account.centre.rest;

import org.jspecify.annotations.NullMarked;
