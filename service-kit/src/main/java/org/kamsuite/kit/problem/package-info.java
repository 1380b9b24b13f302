/// Every refusal as problem+json (RFC 9457).
@NullMarked
package org.kamsuite.kit.problem;

import org.jspecify.annotations.NullMarked;
