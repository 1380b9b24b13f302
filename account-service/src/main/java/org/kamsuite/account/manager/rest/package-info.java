/// The HTTP face of managers.
@NullMarked
package org.kamsuite.account.manager.rest;

import org.jspecify.annotations.NullMarked;
