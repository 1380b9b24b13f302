/// The HTTP face of the programme.
@NullMarked
package org.kamsuite.account.designation.rest;

import org.jspecify.annotations.NullMarked;
