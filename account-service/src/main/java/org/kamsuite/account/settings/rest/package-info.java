/// The HTTP face of the company settings.
@NullMarked
package org.kamsuite.account.settings.rest;

import org.jspecify.annotations.NullMarked;
