package org.kamsuite.kit.inbox;

import org.apache.kafka.common.KafkaException;
import org.kamsuite.kit.problem.Rejection;

/// The broker does not answer, and without it the request cannot be.
final class BrokerAway extends Rejection {

    private static final long serialVersionUID = 1L;

    BrokerAway(KafkaException cause) {
        super(
                503,
                "broker-away",
                "The broker does not answer",
                "The topic cannot be read at present; try again later");
        initCause(cause);
    }
}
