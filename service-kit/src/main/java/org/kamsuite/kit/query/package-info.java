/// Lists: one grammar of filters, sorting and paging.
@NullMarked
package org.kamsuite.kit.query;

import org.jspecify.annotations.NullMarked;
