package org.kamsuite.scoring.criteria;

import com.fasterxml.jackson.annotation.JsonIgnore;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// One measure of a criterion: its raw facts, its value, and what it counts on a scale of 0 to 100.
///
/// @param weight its share within the criterion, 0..1
/// @param known how much of the measure rests on facts rather than on estimates, 0..1
public record Part(
        String measure,
        @Nullable Double value,
        @Nullable Double normalised,
        double weight,
        double known,
        @Nullable String segment,
        Map<String, Object> facts,
        @JsonIgnore @Nullable Anchors anchors) {

    static Part known(
            String measure,
            double value,
            Anchors anchors,
            double weight,
            Map<String, Object> facts) {
        return new Part(
                measure,
                value,
                anchors.at(value),
                weight,
                1,
                anchors.segment(value),
                facts,
                anchors);
    }

    static Part missing(String measure, double weight, Map<String, Object> facts) {
        return new Part(measure, null, null, weight, 0, null, facts, null);
    }

    /// What the measure counts on the scale, 0 where it is not known.
    double points() {
        return normalised == null ? 0 : normalised;
    }

    /// The same measure with another value, where its scale is known.
    Part at(double other) {
        return anchors == null
                ? this
                : new Part(
                        measure,
                        other,
                        anchors.at(other),
                        weight,
                        known,
                        anchors.segment(other),
                        facts,
                        anchors);
    }

    Part knownBy(double share) {
        return new Part(measure, value, normalised, weight, share, segment, facts, anchors);
    }
}
