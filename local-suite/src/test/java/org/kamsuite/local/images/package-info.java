@NullMarked
package org.kamsuite.local.images;

import org.jspecify.annotations.NullMarked;
