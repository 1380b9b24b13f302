package org.kamsuite.kit.rebuild;

/// Another process has begun the rebuild: the session that held the lock here is gone.
final class RebuildFenced extends RuntimeException {

    private static final long serialVersionUID = 1L;

    RebuildFenced(String topic) {
        super("The rebuild of " + topic + " was begun by another process");
    }
}
