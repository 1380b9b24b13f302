/// The people of a buying centre.
@NullMarked
package org.kamsuite.account.stakeholder;

import org.jspecify.annotations.NullMarked;
