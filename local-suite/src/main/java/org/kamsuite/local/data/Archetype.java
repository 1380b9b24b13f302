package org.kamsuite.local.data;

import java.util.List;

/// The kinds of accounts in the demo data; revenue a month in BRL, hours of our team a month.
enum Archetype {
    STRATEGIC(2_600_000, 0.5, 4_000, 4, 3, 60, 100),
    STAR(1_300_000, 1.2, 1_500, 4, 1, 25, 75),
    STATUS(60_000, 0.0, 400, 2, 2, 10, 25),
    EMERGING(90_000, 1.6, 200, 4, 1, 6, 75),
    UNPROFITABLE(200_000, 0.0, 300, 2, 1, 30, 25),
    INSOLVENT(150_000, 0.0, 300, 2, 1, 5, 25),
    SHRINKING(150_000, -0.6, 300, 2, 1, 5, 25),
    SINGLE_THREADED(120_000, 0.1, 250, 2, 1, 4, 50),
    OVER_SERVED(40_000, 0.0, 150, 2, 1, 45, 25),
    DISPUTED(120_000, 0.2, 250, 2, 1, 4, 75),
    VETOED(800_000, 0.2, 900, 3, 2, 12, 75),
    INACTIVE(30_000, 0.0, 80, 1, 0, 0, -1),
    STREAMLINE(25_000, 0.05, 60, 1, 1, 0, -1);

    private static final List<Archetype> SPECIAL =
            List.of(
                    UNPROFITABLE,
                    INSOLVENT,
                    SHRINKING,
                    SINGLE_THREADED,
                    OVER_SERVED,
                    DISPUTED,
                    VETOED,
                    INACTIVE);

    private final double monthly;
    private final double growth;
    private final int headcount;
    private final int centres;
    private final int served;
    private final int hours;
    private final int recognition;

    Archetype(
            double monthly,
            double growth,
            int headcount,
            int centres,
            int served,
            int hours,
            int recognition) {
        this.monthly = monthly;
        this.growth = growth;
        this.headcount = headcount;
        this.centres = centres;
        this.served = served;
        this.hours = hours;
        this.recognition = recognition;
    }

    /// The archetype of the account with a number.
    static Archetype of(int number) {
        if (number < 26) {
            return STRATEGIC;
        }
        if (number < 44) {
            return STAR;
        }
        if (number < 100) {
            return STATUS;
        }
        if (number < 110) {
            return EMERGING;
        }
        if (number < 152) {
            return SPECIAL.get((number - 110) % SPECIAL.size());
        }
        return STREAMLINE;
    }

    double monthly() {
        return monthly;
    }

    double growth() {
        return growth;
    }

    int headcount() {
        return headcount;
    }

    int centres() {
        return centres;
    }

    int served() {
        return served;
    }

    int hours() {
        return hours;
    }

    /// The rating of recognition, or less than zero where nothing is known.
    int recognition() {
        return recognition;
    }

    /// Whether the costs of the account with a number are known.
    boolean costed(int number) {
        return this != STREAMLINE || number % 20 != 7;
    }

    /// Whether it is known of its centres what they have and what they do not.
    boolean isObserved() {
        return strong() || this == SINGLE_THREADED || this == EMERGING;
    }

    /// Whether somebody has found out who serves the needs that we do not.
    boolean isExplored() {
        return strong() || this == STAR || this == EMERGING;
    }

    /// Whether the customers have said how much they would spend on what nobody serves.
    boolean isGrowing() {
        return this != STATUS;
    }

    /// Whether the relationship is strong.
    boolean strong() {
        return this == STRATEGIC || this == STATUS;
    }
}
