package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.InstanceOfAssertFactories.list;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class CredibilityTest {

    private static Criterion rated(String first, String second) {
        return Credibility.of(
                Trees.tree(
                        Trees.revenue(12, 1_000), "\"evidence\": [" + first + "," + second + "]"),
                Models.DEFAULT.credibility());
    }

    private static String rating(String rater, int value, String day) {
        return """
        { "evidenceId": "%s", "kind": "RECOGNITION", "value": %d, "rater": "%s", "observedOn": "%s" }
        """
                .formatted(UUID.randomUUID(), value, rater, day);
    }

    @Test
    void takesTheMeanOfRatersWhoAgreeThoughOneIsOld() {
        var criterion = rated(rating("ana", 75, "2026-09-01"), rating("rui", 75, "2024-01-01"));

        assertThat(criterion.flags()).isEmpty();
        assertThat(criterion.score()).isCloseTo((75 + 37.5) / 2, within(1e-9));
    }

    @Test
    void saysWhatProvesIt() {
        var typed =
                rating("ana", 75, "2026-09-01")
                        .replace("\"value\"", "\"type\": \"AWARD\", \"value\"");
        var criterion = rated(typed, rating("rui", 75, "2026-09-01"));

        assertThat(criterion.parts().getFirst().facts())
                .hasEntrySatisfying(
                        "evidence",
                        items ->
                                assertThat(items)
                                        .asInstanceOf(list(EvidenceFact.class))
                                        .extracting(EvidenceFact::type)
                                        .containsExactly("AWARD", null));
    }

    @Test
    void takesTheLowerOfRatersWhoDisagreeThoughOneIsOld() {
        var criterion = rated(rating("ana", 50, "2026-09-01"), rating("rui", 100, "2024-01-01"));

        assertThat(criterion.flags()).containsExactly("NEEDS_REVIEW");
        assertThat(criterion.score()).isEqualTo(50);
    }
}
