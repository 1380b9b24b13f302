/// Company settings and exchange rates.
@NullMarked
package org.kamsuite.account.settings;

import org.jspecify.annotations.NullMarked;
