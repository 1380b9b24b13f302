package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;

class RelationshipSplitProperties {

    private static final List<String> COVERAGES =
            List.of("UNKNOWN", "NO_CONTACT", "BRIEF", "MULTIPLE", "IN_DEPTH");
    private static final List<String> STAGES =
            List.of("EXPLORATORY", "BASIC", "COOPERATIVE", "INTERDEPENDENT", "INTEGRATED");
    private static final List<String> OUTCOMES = List.of("SUCCESS", "PARTIAL", "FAILURE");

    @Property
    void liesWithinZeroAndHundredAndFollowsFromTheFacts(
            @ForAll @IntRange(min = 0, max = 4) int stage,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 2) Integer> outcomes,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 124) Integer> people) {
        var split = split(stage, outcomes, people, 0);

        assertWithin(split.institutional());
        assertWithin(split.personal());
        assertThat(split(stage, outcomes.reversed(), people.reversed(), 0)).isEqualTo(split);
    }

    @Property
    void keepsEitherFigureWhenOnlyTheOthersFactsChange(
            @ForAll @IntRange(min = 0, max = 4) int stage,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 2) Integer> outcomes,
            @ForAll @Size(max = 6) List<@IntRange(min = 0, max = 124) Integer> people,
            @ForAll @IntRange(min = 0, max = 100) int satisfaction) {
        var split = split(stage, outcomes, people, satisfaction);

        assertThat(split(stage, outcomes, List.of(), 0).institutional())
                .isEqualTo(split.institutional());
        assertThat(split(4 - stage, List.of(), people, 0).personal()).isEqualTo(split.personal());
    }

    private static void assertWithin(@Nullable BigDecimal figure) {
        if (figure != null) {
            assertThat(figure).isBetween(BigDecimal.ZERO, BigDecimal.valueOf(100));
        }
    }

    /// @param people influence, coverage and support of each, as the digits of a number to the base
    ///   5
    private static RelationshipSplit split(
            int stage, List<Integer> outcomes, List<Integer> people, int satisfaction) {
        var tree =
                Trees.tree(
                        Trees.revenue(12, 1_000),
                        """
                        "relationshipStage": { "stage": "%s", "observedOn": "2026-11-01" },
                        "projects": [%s], "stakeholders": [%s],
                        "satisfaction": [{ "answerId": "%s", "score": %d, "influence": 3,
                            "answeredOn": "2026-09-01" }]
                        """
                                .formatted(
                                        STAGES.get(stage),
                                        outcomes.stream()
                                                .map(RelationshipSplitProperties::project)
                                                .collect(Collectors.joining(",")),
                                        people.stream()
                                                .map(RelationshipSplitProperties::person)
                                                .collect(Collectors.joining(",")),
                                        UUID.randomUUID(),
                                        satisfaction));
        return RelationshipSplit.of(Relationship.of(tree, Models.DEFAULT.relationship()))
                .orElseThrow();
    }

    private static String project(int outcome) {
        return "{ \"projectId\": \"%s\", \"deliveredOn\": \"2026-05-01\", \"outcome\": \"%s\" }"
                .formatted(UUID.randomUUID(), OUTCOMES.get(outcome));
    }

    private static String person(int digits) {
        return """
        { "stakeholderId": "%s", "centreId": "%s", "influence": %d, "support": %d,
          "coverage": "%s", "observedOn": "2026-09-01" }
        """
                .formatted(
                        UUID.randomUUID(),
                        UUID.randomUUID(),
                        digits / 25 + 1,
                        digits % 5 - 2,
                        COVERAGES.get(digits / 5 % 5));
    }
}
