/// What every service's OpenAPI document says in the same words.
@NullMarked
package org.kamsuite.kit.contract;

import org.jspecify.annotations.NullMarked;
