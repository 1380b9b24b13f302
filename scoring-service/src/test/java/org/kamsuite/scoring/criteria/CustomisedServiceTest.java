package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.AccountTree;

class CustomisedServiceTest {

    private static final ScoringModel.CustomisedService MODEL = Models.DEFAULT.customisedService();

    private static Criterion criterion(AccountTree tree, Frame frame, double share) {
        return CustomisedService.of(tree, frame, MODEL, share, Optional.empty());
    }

    private static Part time(AccountTree tree, Frame frame) {
        return criterion(tree, frame, 1).parts().getFirst();
    }

    /// Hours for each of the last full months, of which the last has the number one.
    private static AccountTree tracked(int months, IntFunction<Integer> hours) {
        return Trees.tree(
                Trees.revenue(months, 1_000),
                "\"effort\": "
                        + IntStream.rangeClosed(1, months)
                                .mapToObj(month ->
                                        "{ \"month\": \"%s\", \"hours\": %d }"
                                                .formatted(
                                                        Trees.THIS_MONTH.minusMonths(month),
                                                        hours.apply(month)))
                                .collect(Collectors.joining(",", "[", "]")));
    }

    private static AccountTree requesting(String type, int standard, int complex) {
        return Trees.tree(
                Trees.revenue(24, 1_000),
                """
                "requests": [{ "month": "2026-09", "type": "%s", "standard": %d, "complex": %d,
                    "bespoke": 0 }]
                """
                        .formatted(type, standard, complex));
    }

    @Test
    void capsACrisisAtThreeMedianMonths() {
        var tree = tracked(24, month -> month == 2 ? 500 : 10);

        assertThat(Workload.of(tree, MODEL).usualHours(tree, MODEL)).contains(11 * 10 + 30.0);
    }

    @Test
    void leavesTheMonthsOfOnboardingOut() {
        var tree = tracked(6, month -> month > 3 ? 80 : 10);

        assertThat(Workload.of(tree, MODEL).usualHours(tree, MODEL)).contains(30.0);
    }

    @Test
    void estimatesUntrackedHoursFromRequestsAndKnowsLess() {
        var other = tracked(24, month -> 1);
        var requesting = requesting("SUPPORT", 4, 2);
        var frame = Trees.frame(List.of(other, requesting));

        assertThat(time(requesting, frame).value()).isCloseTo(12.0 / 24, within(1e-9));
        assertThat(time(requesting, frame).known()).isEqualTo(MODEL.estimateCoverage());
        assertThat(time(other, frame).known()).isEqualTo(1);
    }

    @Test
    void isMissingWithoutHoursAndRequests() {
        var silent = Trees.tree(Trees.revenue(24, 1_000), "");
        var frame = Trees.frame(List.of(silent, tracked(24, month -> 10)));

        var criterion = criterion(silent, frame, 1);

        assertThat(criterion.score()).isNull();
        assertThat(criterion.value("timeShare")).isNull();
    }

    @Test
    void hasStandardHoursByTypeOfRequest() {
        var model =
                Models.with(
                                "customisedService",
                                "hours",
                                Map.of(
                                        "*", Map.of("standard", 1, "complex", 4, "bespoke", 12),
                                        "AUDIT",
                                                Map.of("standard", 5, "complex", 9, "bespoke", 20)))
                        .customisedService();

        assertThat(Workload.of(requesting("AUDIT", 2, 1), model).hours()).isEqualTo(19);
        assertThat(Workload.of(requesting("SUPPORT", 2, 1), model).hours()).isEqualTo(6);
    }

    /// An account that earns 4,800 a year before its cost to serve.
    private static Criterion serving(int costToServe) {
        var tree =
                Trees.tree(
                        Trees.revenue(24, 1_000, 600),
                        "\"effort\": [{ \"month\": \"2026-09\", \"hours\": 10 }], \"costToServe\": "
                                + costToServe);
        var frame = Trees.frame(List.of(tree));
        return CustomisedService.of(
                tree, frame, MODEL, 1.0, LifetimeValue.value(tree, frame, Models.DEFAULT, null));
    }

    @Test
    void countsNothingWhereNoMarginIsLeftAfterTheCostToServe() {
        // Time 100 by 0.50, no terms 0 by 0.15.
        assertThat(serving(4_799).score()).isCloseTo(50 / 0.65, within(1e-9));
        assertThat(serving(4_799).flags()).isEmpty();
        assertThat(serving(4_800).score()).isZero();
        assertThat(serving(4_800).flags()).containsExactly("DEMANDING_UNPROFITABLE");
    }

    @Test
    void isOverServedWhereTheShareOfTimeIsHalfAboveTheShareOfRevenue() {
        var tree = tracked(24, month -> 10);
        var frame = Trees.frame(List.of(tree, tracked(24, month -> 30)));

        assertThat(criterion(tree, frame, 0.16).flags()).containsExactly("OVER_SERVED");
        assertThat(criterion(tree, frame, 0.17).flags()).isEmpty();
    }
}
