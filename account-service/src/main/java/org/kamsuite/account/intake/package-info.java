/// Imports: rows of other systems, upserted by their external identifiers.
@NullMarked
package org.kamsuite.account.intake;

import org.jspecify.annotations.NullMarked;
