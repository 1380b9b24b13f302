/// Retries of a POST that take effect once.
@NullMarked
package org.kamsuite.kit.idempotency;

import org.jspecify.annotations.NullMarked;
