/// The HTTP face of imports.
@NullMarked
package org.kamsuite.account.intake.rest;

import org.jspecify.annotations.NullMarked;
