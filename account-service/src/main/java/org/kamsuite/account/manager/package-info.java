/// Key account managers and their load.
@NullMarked
package org.kamsuite.account.manager;

import org.jspecify.annotations.NullMarked;
