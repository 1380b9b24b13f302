package org.kamsuite.kit.inbox;

/// A record that no retry will make readable.
final class PoisonedRecord extends RuntimeException {

    PoisonedRecord(String reason) {
        super(reason);
    }

    PoisonedRecord(String reason, Throwable cause) {
        super(reason, cause);
    }
}
