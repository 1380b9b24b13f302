/// What every fact about an account has in common: identity, source, version, and the write of it.
@NullMarked
package org.kamsuite.account.facts;

import org.jspecify.annotations.NullMarked;
