package org.kamsuite.local.hostile;

/// What came back over the wire.
record Answer(int status, String contentType, String etag, String sequence, String body) {

    boolean isSuccess() {
        return status / 100 == 2;
    }

    @Override
    public String toString() {
        return status + " " + contentType + " " + body.substring(0, Math.min(600, body.length()));
    }
}
