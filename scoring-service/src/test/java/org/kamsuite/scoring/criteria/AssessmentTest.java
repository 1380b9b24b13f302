package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamsuite.scoring.facts.WhiteSpace;

class AssessmentTest {

    private static boolean emerging(@Nullable Integer deliveredProjects) {
        return Qualification.of(
                        PublishedVectorsTest.criteria(80.0, 55.0, 60.0, 95.0, 90.0, 40.0),
                        PublishedVectorsTest.DEFAULTS,
                        new Qualification.Circumstances(null, deliveredProjects, false, List.of()))
                .emerging();
    }

    private static @Nullable Integer delivered(String... days) {
        var projects =
                List.of(days).stream()
                        .map(day ->
                                "{ \"projectId\": \"%s\", \"deliveredOn\": \"%s\", \"outcome\": \"SUCCESS\" }"
                                        .formatted(UUID.randomUUID(), day))
                        .toList();
        return Assessment.deliveredProjects(
                Trees.tree(Trees.revenue(12, 1_000), "\"projects\": " + projects));
    }

    @Test
    void doesNotTakeUnknownProjectsForFew() {
        assertThat(emerging(null)).isFalse();
        assertThat(emerging(4)).isFalse();
        assertThat(emerging(3)).isTrue();
    }

    private static Assessment assessed(
            String fields, @Nullable String walletShare, int whiteSpaceValue) {
        var tree = Trees.tree(Trees.revenue(12, 1_000), fields);
        var whiteSpace =
                new WhiteSpace(
                        1,
                        1,
                        BigDecimal.valueOf(whiteSpaceValue),
                        4,
                        0,
                        4,
                        0,
                        walletShare == null ? null : new BigDecimal(walletShare),
                        walletShare == null ? null : BigDecimal.ONE);
        return Assessment.of(
                tree, Optional.of(whiteSpace), Trees.frame(List.of(tree)), Models.DEFAULT);
    }

    @Test
    void blendsTheRelationshipWithTheWalletShareWhereThatIsKnown() {
        var stage =
                "\"relationshipStage\": { \"stage\": \"COOPERATIVE\", \"observedOn\": \"2026-11-01\" }";

        // C6 is the mean of tenure 25 and stage 50.
        assertThat(assessed(stage, null, 0).qualification().strength()).isEqualTo(37.5);
        assertThat(assessed(stage, "0.20", 0).qualification().strength())
                .isCloseTo(26.25 + 6, within(1e-9));
        assertThat(assessed(stage, "1.40", 0).qualification().strength())
                .isCloseTo(26.25 + 30, within(1e-9));
    }

    @Test
    void findsTheBoxByTheBlendedStrength() {
        var criteria = PublishedVectorsTest.criteria(62.0, 62.0, 62.0, 62.0, 62.0, 62.0);
        var small = new Qualification.Circumstances(0.25, 12, false, List.of());
        var unknown = new Qualification.Circumstances(null, 12, false, List.of());

        var weak = Qualification.of(criteria, Models.DEFAULT, small);

        assertThat(weak.strength()).isCloseTo(43.4 + 7.5, within(1e-9));
        assertThat(weak.box(Models.DEFAULT, null)).contains(Qualification.Box.STAR);
        assertThat(Qualification.of(criteria, Models.DEFAULT, unknown).box(Models.DEFAULT, null))
                .contains(Qualification.Box.STRATEGIC);
    }

    @Test
    void takesAStrategicNoteInPlaceOfCredibility() {
        var fewProjects =
                "\"projects\": [{ \"projectId\": \"01938b1c-0000-7000-8000-0000000000f1\","
                        + " \"deliveredOn\": \"2026-05-01\", \"outcome\": \"SUCCESS\" }]";
        var noted = fewProjects + ", \"strategicNote\": true";

        // C4: headroom 100 by 0.40, gap 100 by 0.20, trend 40 by 0.15, together 88 of 0.75.
        assertThat(assessed(noted, "0", 36_000).qualification().emerging()).isTrue();
        assertThat(assessed(fewProjects, "0", 36_000).qualification().emerging()).isFalse();
        // With headroom 70 it is 72, below 75.
        assertThat(assessed(noted, "0", 12_000).qualification().emerging()).isFalse();
    }

    @Test
    void countsTheProjectsDeliveredByTheDay() {
        assertThat(delivered()).isNull();
        assertThat(delivered("2026-11-15", "2026-11-16")).isEqualTo(1);
    }
}
