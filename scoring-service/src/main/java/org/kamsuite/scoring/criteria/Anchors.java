package org.kamsuite.scoring.criteria;

import java.util.List;
import java.util.OptionalDouble;
import java.util.stream.IntStream;

/// A piecewise linear scale: straight lines between fixed points, clipped at both ends.
///
/// Fixed points, not percentiles: with relative methods a score moves because others moved.
public record Anchors(List<Point> points) {

    public Anchors {
        for (var i = 1; i < points.size(); i++) {
            if (points.get(i).x() <= points.get(i - 1).x()) {
                throw new IllegalArgumentException("Anchor points ascend in x");
            }
        }
    }

    /// Points as x, y, x, y, …
    static Anchors of(double... coordinates) {
        return new Anchors(
                IntStream.range(0, coordinates.length / 2)
                        .mapToObj(i -> new Point(coordinates[2 * i], coordinates[2 * i + 1]))
                        .toList());
    }

    double at(double x) {
        if (x <= points.getFirst().x()) {
            return points.getFirst().y();
        }
        for (var i = 1; i < points.size(); i++) {
            var right = points.get(i);
            if (x <= right.x()) {
                var left = points.get(i - 1);
                return left.y() + (x - left.x()) / (right.x() - left.x()) * (right.y() - left.y());
            }
        }
        return points.getLast().y();
    }

    /// The smallest x at which a rising scale reaches y, if it does.
    OptionalDouble reaching(double y) {
        if (y <= points.getFirst().y()) {
            return OptionalDouble.of(points.getFirst().x());
        }
        for (var i = 1; i < points.size(); i++) {
            var right = points.get(i);
            if (y <= right.y()) {
                var left = points.get(i - 1);
                return OptionalDouble.of(
                        left.x()
                                + (y - left.y()) / (right.y() - left.y()) * (right.x() - left.x()));
            }
        }
        return OptionalDouble.empty();
    }

    /// The segment that x lies in, to be shown.
    String segment(double x) {
        for (var i = 1; i < points.size(); i++) {
            if (x <= points.get(i).x()) {
                return points.get(i - 1) + " – " + points.get(i);
            }
        }
        return "≥ " + points.getLast();
    }

    /// One point of the scale.
    public record Point(double x, double y) {

        @Override
        public String toString() {
            return "(" + x + ", " + y + ")";
        }
    }
}
