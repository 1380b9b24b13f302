/// Events filed in the transaction of the change, relayed to Kafka afterwards.
@NullMarked
package org.kamsuite.kit.outbox;

import org.jspecify.annotations.NullMarked;
