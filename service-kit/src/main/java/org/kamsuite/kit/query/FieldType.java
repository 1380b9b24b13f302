package org.kamsuite.kit.query;

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
            if (!value.matches("[+-]?[0-9]{1,100}(\\.[0-9]{1,100})?([eE][+-]?[0-9]{1,2})?")) {
                throw new IllegalArgumentException("A number has at most 100 digits");
            }
        }
    },
    DATE("date", "a date as in 2026-11-30") {
        @Override
        void check(String value) {
            checkYear(value);
            var _ = LocalDate.parse(value);
        }
    },
    INSTANT("timestamptz", "an instant as in 2026-11-30T12:00:00Z") {
        @Override
        void check(String value) {
            checkYear(value);
            var _ = Instant.parse(value);
        }

        @Override
        String written(String expression) {
            return "to_char(("
                    + expression
                    + ") at time zone 'UTC', 'YYYY-MM-DD\"T\"HH24:MI:SS.US\"Z\"')";
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

    private static void checkYear(String value) {
        if (!value.matches("[0-9]{4}-.*") || value.startsWith("0000")) {
            throw new IllegalArgumentException("A year has four digits");
        }
    }

    /// The SQL that writes a value of this type so that it can be read again.
    String written(String expression) {
        return "(" + expression + ")::text";
    }

    /// Whether a text is a value of this type.
    public boolean accepts(String value) {
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
