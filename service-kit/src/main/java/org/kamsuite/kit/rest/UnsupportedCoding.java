package org.kamsuite.kit.rest;

import org.kamsuite.kit.problem.Rejection;

/// The body is compressed or otherwise encoded.
final class UnsupportedCoding extends Rejection {

    private static final long serialVersionUID = 1L;

    UnsupportedCoding(String coding) {
        super(
                415,
                "unsupported-content-encoding",
                "Unsupported content encoding",
                "A body is sent as it is, without Content-Encoding, not as " + coding);
    }
}
