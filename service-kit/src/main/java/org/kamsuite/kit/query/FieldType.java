package org.kamsuite.kit.query;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.UUID;

/// How the text of a filter is read, and the type PostgreSQL compares it as.
public enum FieldType {
    TEXT("text", "a text") {
        @Override
        void check(String value) {
            if (value.indexOf('\0') >= 0) {
                throw new IllegalArgumentException("A text has no zero character");
            }
        }
    },
    ID("uuid", "a UUID") {
        @Override
        void check(String value) {
            if (!UUID.fromString(value).toString().equalsIgnoreCase(value)) {
                throw new IllegalArgumentException("A UUID has 36 characters");
            }
        }
    },
    NUMBER("numeric", "a decimal number") {
        @Override
        void check(String value) {
            var number = new BigDecimal(value);
            if (number.precision() > 100 || Math.abs(number.scale()) > 100) {
                throw new IllegalArgumentException("A number has at most 100 digits");
            }
        }
    },
    DATE("date", "a date as in 2026-11-30") {
        @Override
        void check(String value) {
            var _ = LocalDate.parse(value);
        }
    },
    INSTANT("timestamptz", "an instant as in 2026-11-30T12:00:00Z") {
        @Override
        void check(String value) {
            var _ = Instant.parse(value);
        }
    },
    BOOLEAN("boolean", "true or false") {
        @Override
        void check(String value) {
            if (!value.equals("true") && !value.equals("false")) {
                throw new IllegalArgumentException("A truth value is true or false");
            }
        }
    };

    private final String sql;
    private final String form;

    FieldType(String sql, String form) {
        this.sql = sql;
        this.form = form;
    }

    /// Throws where the text is not of this type.
    abstract void check(String value);

    boolean accepts(String value) {
        try {
            check(value);
            return true;
        } catch (IllegalArgumentException | DateTimeParseException e) {
            return false;
        }
    }

    String sql() {
        return sql;
    }

    String form() {
        return form;
    }
}
