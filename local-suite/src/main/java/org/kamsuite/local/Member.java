package org.kamsuite.local;

/// What runs when the suite runs, with its port above the base.
enum Member {
    ACCOUNT(1, "account-service", "account"),
    SCORING(2, "scoring-service", "scoring"),
    OPPORTUNITY(3, "opportunity-service", "opportunity"),
    ISSUER(4, "issuer", ""),
    POSTGRES(5, "postgres", ""),
    KAFKA(6, "kafka", ""),
    KAFKA_CONTROLLER(7, "kafka-controller", "");

    private final int offset;
    private final String title;
    private final String database;

    Member(int offset, String title, String database) {
        this.offset = offset;
        this.title = title;
        this.database = database;
    }

    /// Its port where the ports begin above this number.
    int port(int base) {
        return base + offset;
    }

    String title() {
        return title;
    }

    String database() {
        return database;
    }

    boolean isService() {
        return !database.isEmpty();
    }
}
