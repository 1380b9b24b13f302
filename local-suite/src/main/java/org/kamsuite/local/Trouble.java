package org.kamsuite.local;

/// Something that the person at the keyboard can mend, said in one sentence.
final class Trouble extends RuntimeException {

    private static final long serialVersionUID = 1L;

    Trouble(String message) {
        super(message);
    }

    Trouble(String message, Throwable cause) {
        super(message, cause);
    }
}
