/// What happens once in a business day, over all replicas.
@NullMarked
package org.kamsuite.kit.daily;

import org.jspecify.annotations.NullMarked;
