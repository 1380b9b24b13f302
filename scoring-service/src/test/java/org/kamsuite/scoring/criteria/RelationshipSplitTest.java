package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class RelationshipSplitTest {

    private static final String INTEGRATED =
            "\"relationshipStage\": { \"stage\": \"INTEGRATED\", \"observedOn\": \"2026-11-01\" }";
    private static final String MENTOR =
            """
            "stakeholders": [{ "stakeholderId": "01938b1c-0000-7000-8000-0000000000a1",
                "centreId": "01938b1c-0000-7000-8000-0000000000c1", "influence": 5, "support": 2,
                "coverage": "MULTIPLE", "observedOn": "2026-09-01" }]
            """;
    private static final String SATISFIED =
            """
            "satisfaction": [{ "answerId": "01938b1c-0000-7000-8000-0000000000b1", "score": 90,
                "influence": 5, "answeredOn": "2026-09-01" }]
            """;

    private static Criterion criterion(String... fields) {
        return Relationship.of(
                Trees.tree(Trees.revenue(12, 1_000), String.join(",", fields)),
                Models.DEFAULT.relationship());
    }

    private static String delivered(String... outcomes) {
        return Stream.of(outcomes)
                .map(outcome ->
                        "{ \"projectId\": \"%s\", \"deliveredOn\": \"2026-05-01\", \"outcome\": \"%s\" }"
                                .formatted(UUID.randomUUID(), outcome))
                .collect(Collectors.joining(",", "\"projects\": [", "]"));
    }

    private static Optional<RelationshipSplit> split(String... fields) {
        return RelationshipSplit.of(criterion(fields));
    }

    @Test
    void tellsWhatIsInstitutionalFromWhatIsPersonal() {
        var projects = delivered("SUCCESS", "PARTIAL", "FAILURE", "FAILURE");

        // Tenure 25, stage 100, projects 25: 150 / 3. People 100 × 0.66.
        assertThat(split(INTEGRATED, projects, MENTOR, SATISFIED))
                .contains(new RelationshipSplit(new BigDecimal("50.00"), new BigDecimal("66.00")));
    }

    @Test
    void restsOnWhatIsKnown() {
        assertThat(split(INTEGRATED, SATISFIED))
                .contains(new RelationshipSplit(new BigDecimal("62.50"), null));
    }

    @Test
    void isOfTheRelationshipOnly() {
        var growth =
                GrowthPotential.of(
                        Trees.tree(Trees.revenue(12, 1_000), ""),
                        Optional.empty(),
                        Models.DEFAULT.growthPotential());

        assertThat(RelationshipSplit.of(growth)).isEmpty();
    }

    @Test
    void movesNoScore() {
        var failed = criterion(INTEGRATED, delivered("FAILURE"));
        var plain = criterion(INTEGRATED);

        assertThat(failed.score()).isEqualTo(plain.score()).isEqualTo(62.5);
        assertThat(failed.coverage()).isEqualTo(plain.coverage());
        assertThat(plain.toCollect()).doesNotContain("projects");
    }

    @Test
    void countsProjectsUnderAModelThatWeighsThem() {
        var tree = Trees.tree(Trees.revenue(12, 1_000), INTEGRATED + "," + delivered("FAILURE"));
        var weighing =
                Models.with(
                        "relationship",
                        "parts",
                        Map.of("tenure", 0.25, "stage", 0.25, "projects", 0.5));

        assertThat(Relationship.of(tree, weighing.relationship()).score()).isEqualTo(31.25);
    }
}
