/// A service of one table, on which the kit is tested over HTTP.
@NullMarked
package org.kamsuite.kit.shelf;

import org.jspecify.annotations.NullMarked;
