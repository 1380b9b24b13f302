package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

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

    @Test
    void countsTheProjectsDeliveredByTheDay() {
        assertThat(delivered()).isNull();
        assertThat(delivered("2026-11-15", "2026-11-16")).isEqualTo(1);
    }
}
