/// Products, their families, editions and upgrade paths.
@NullMarked
package org.kamsuite.opportunity.catalogue;

import org.jspecify.annotations.NullMarked;
