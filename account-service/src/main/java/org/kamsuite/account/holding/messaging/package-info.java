/// The Kafka face of holdings: what the opportunity service tells.
@NullMarked
package org.kamsuite.account.holding.messaging;

import org.jspecify.annotations.NullMarked;
