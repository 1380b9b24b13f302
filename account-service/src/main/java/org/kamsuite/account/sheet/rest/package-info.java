/// The HTTP face of fact sheets and of the feed of changes.
@NullMarked
package org.kamsuite.account.sheet.rest;

import org.jspecify.annotations.NullMarked;
