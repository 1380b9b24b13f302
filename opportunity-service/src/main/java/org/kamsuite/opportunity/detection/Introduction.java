package org.kamsuite.opportunity.detection;

import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;

/// A way by which one stakeholder leads us to another.
///
/// @param path the people on it: the first whom we know, the last whom we want to meet
/// @param cost the sum of 1/strength of its steps, 0 where both are the same person
record Introduction(List<UUID> path, double cost) {

    static Introduction from(UUID start) {
        return new Introduction(List.of(start), 0);
    }

    Introduction then(UUID next, int strength) {
        return new Introduction(
                Stream.concat(path.stream(), Stream.of(next)).toList(), cost + 1.0 / strength);
    }

    UUID first() {
        return path.getFirst();
    }

    UUID last() {
        return path.getLast();
    }

    int steps() {
        return path.size() - 1;
    }
}
