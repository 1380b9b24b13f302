@NullMarked
package org.kamsuite.local.data;

import org.jspecify.annotations.NullMarked;
