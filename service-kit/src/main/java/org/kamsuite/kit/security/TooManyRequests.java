package org.kamsuite.kit.security;

import org.kamsuite.kit.problem.Rejection;

/// The caller sends more requests than each may send.
final class TooManyRequests extends Rejection {

    private static final long serialVersionUID = 1L;

    TooManyRequests(String caller, int requestsPerSecond, int burst) {
        super(
                429,
                "too-many-requests",
                "Too many requests",
                "%s may send %d requests a second, and %d at once after a rest: try again later"
                        .formatted(caller, requestsPerSecond, burst));
    }
}
