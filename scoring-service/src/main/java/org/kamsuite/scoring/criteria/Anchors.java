package org.kamsuite.scoring.criteria;

import com.fasterxml.jackson.annotation.JsonCreator;
import com.fasterxml.jackson.annotation.JsonValue;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalDouble;

/// A rising piecewise linear scale to 0..100: straight lines between fixed points, clipped at both
/// ends; in JSON `[[x, y], …]`.
///
/// Fixed points, not percentiles: with relative methods a score moves because others moved.
///
/// @param logarithmic whether lines are straight between the logarithms of x
public record Anchors(List<Point> points, boolean logarithmic) {

    static final Anchors PERCENT = of(0, 0, 100, 100);
    static final Anchors SHARE = of(0, 0, 1, 100);

    public Anchors {
        if (points.size() < 2) {
            throw new IllegalArgumentException("A scale has two points at least");
        }
        for (var i = 0; i < points.size(); i++) {
            var point = points.get(i);
            if (point.y() < 0 || point.y() > 100 || logarithmic && point.x() <= 0) {
                throw new IllegalArgumentException("No point of a scale is " + point);
            }
            if (i > 0
                    && (point.x() <= points.get(i - 1).x() || point.y() < points.get(i - 1).y())) {
                throw new IllegalArgumentException("The points of a scale ascend, unlike " + point);
            }
        }
    }

    @JsonCreator(mode = JsonCreator.Mode.DELEGATING)
    static Anchors of(double[][] points) {
        return new Anchors(
                Arrays.stream(points).map(point -> new Point(point[0], point[1])).toList(), false);
    }

    /// Points as x, y, x, y, …
    static Anchors of(double... coordinates) {
        var points = new double[coordinates.length / 2][];
        for (var i = 0; i < points.length; i++) {
            points[i] = new double[] {coordinates[2 * i], coordinates[2 * i + 1]};
        }
        return of(points);
    }

    @JsonValue
    double[][] coordinates() {
        return points.stream()
                .map(point -> new double[] {point.x(), point.y()})
                .toArray(double[][]::new);
    }

    /// The same points, straight between the logarithms of x.
    Anchors onLogarithms() {
        return new Anchors(points, true);
    }

    double at(double x) {
        if (x <= points.getFirst().x()) {
            return points.getFirst().y();
        }
        for (var i = 1; i < points.size(); i++) {
            var right = points.get(i);
            if (x <= right.x()) {
                var left = points.get(i - 1);
                var way = (along(x) - along(left.x())) / (along(right.x()) - along(left.x()));
                return left.y() + way * (right.y() - left.y());
            }
        }
        return points.getLast().y();
    }

    /// The smallest x at which the scale reaches y, if it does.
    OptionalDouble reaching(double y) {
        if (y <= points.getFirst().y()) {
            return OptionalDouble.of(points.getFirst().x());
        }
        for (var i = 1; i < points.size(); i++) {
            var right = points.get(i);
            if (y <= right.y()) {
                var left = points.get(i - 1);
                var way = (y - left.y()) / (right.y() - left.y());
                var along = along(left.x()) + way * (along(right.x()) - along(left.x()));
                return OptionalDouble.of(logarithmic ? Math.exp(along) : along);
            }
        }
        return OptionalDouble.empty();
    }

    private double along(double x) {
        return logarithmic ? Math.log(x) : x;
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
