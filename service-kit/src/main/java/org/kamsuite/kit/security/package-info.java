/// Who calls and what the caller may do.
@NullMarked
package org.kamsuite.kit.security;

import org.jspecify.annotations.NullMarked;
