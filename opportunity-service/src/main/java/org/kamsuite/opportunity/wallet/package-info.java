/// What a customer may spend: statements and peers.
@NullMarked
package org.kamsuite.opportunity.wallet;

import org.jspecify.annotations.NullMarked;
