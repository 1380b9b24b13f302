package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelationshipTest {

    private static final UUID CENTRE = UUID.randomUUID();

    private static Criterion criterion(String fields) {
        return Relationship.of(
                Trees.tree(Trees.revenue(12, 1_000), fields), Models.DEFAULT.relationship());
    }

    private static Part part(String measure, String fields) {
        return criterion(fields).parts().stream()
                .filter(part -> part.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static String person(String coverage, String support) {
        return person(5, coverage, support);
    }

    private static String person(int influence, String coverage, String support) {
        return """
        { "stakeholderId": "%s", "centreId": "%s", "influence": %d, "support": %s,
          "coverage": "%s", "observedOn": "2026-09-01" }
        """
                .formatted(UUID.randomUUID(), CENTRE, influence, support, coverage);
    }

    @Test
    void countsPeopleWithoutContactThoughTheirSupportIsUnknown() {
        var people = person("IN_DEPTH", "2") + "," + person("NO_CONTACT", "null");

        assertThat(part("people", "\"stakeholders\": [" + people + "]").value()).isEqualTo(50);
    }

    @Test
    void leavesOutPeopleWeMeetWhoseSupportIsUnknown() {
        var people = person("IN_DEPTH", "2") + "," + person("BRIEF", "null");

        assertThat(part("people", "\"stakeholders\": [" + people + "]").value()).isEqualTo(100);
    }

    @Test
    void weighsPeopleByTheirInfluence() {
        var people =
                String.join(
                        ",",
                        person(5, "IN_DEPTH", "2"),
                        person(3, "MULTIPLE", "0"),
                        person(2, "IN_DEPTH", "-2"));

        // (5 × 1 × 1 + 3 × 0.66 × 0.5) / 8; an influence of 2 is too small to count.
        assertThat(part("people", "\"stakeholders\": [" + people + "]").value())
                .isCloseTo(74.875, within(1e-9));
    }

    private static String answer(int score, int influence, String day) {
        return """
        { "answerId": "%s", "score": %d, "influence": %d, "answeredOn": "%s" }
        """
                .formatted(UUID.randomUUID(), score, influence, day);
    }

    @Test
    void weighsTheAnswersOfTwelveMonthsByInfluence() {
        var answers =
                String.join(
                        ",",
                        answer(90, 5, "2026-10-01"),
                        answer(40, 1, "2025-11-16"),
                        answer(0, 5, "2025-11-15"));

        // (5 × 90 + 1 × 40) / 6; the oldest counts no more.
        assertThat(part("satisfaction", "\"satisfaction\": [" + answers + "]").value())
                .isCloseTo(490 / 6.0, within(1e-9));
        assertThat(part("satisfaction", "").value()).isNull();
    }

    /// A strong relationship with the people of one centre.
    private static Criterion strong(boolean complete, String servedUntil, String... people) {
        return criterion(
                """
                "relationshipStage": { "stage": "INTEGRATED", "observedOn": "2026-11-01" },
                "centres": [{ "centreId": "%s", "area": "OPERATIONS", "status": "ACTIVE",
                    "observationComplete": %s }],
                "holdings": [{ "holdingId": "%s", "centreId": "%s", "startsOn": "2024-01-01",
                    "endsOn": "%s" }],
                "stakeholders": [%s]
                """
                        .formatted(
                                CENTRE,
                                complete,
                                UUID.randomUUID(),
                                CENTRE,
                                servedUntil,
                                String.join(",", people)));
    }

    @Test
    void isCappedWhereAServedCentreHangsOnOneKeyPlayer() {
        var known = person(4, "MULTIPLE", "2");
        var single = strong(true, "2027-01-01", known, person(3, "IN_DEPTH", "2"));

        assertThat(single.score()).isEqualTo(60);
        assertThat(single.flags()).containsExactly("SINGLE_THREADED");
        assertThat(strong(true, "2027-01-01", known, person(5, "BRIEF", "2")).flags())
                .containsExactly("SINGLE_THREADED");
        assertThat(strong(true, "2027-01-01", known, known).flags()).isEmpty();
        assertThat(strong(false, "2027-01-01", known).flags()).isEmpty();
        assertThat(strong(true, "2026-11-01", known).flags()).isEmpty();
        // Tenure 25, stage 100, people 100 × 0.66: nothing is known of their satisfaction.
        assertThat(strong(false, "2027-01-01", known).score()).isCloseTo(191 / 3.0, within(1e-9));
    }

    @Test
    void ignoresAStageThatIsNotReachedYet() {
        var ahead = "\"relationshipStage\": { \"stage\": \"INTEGRATED\", \"observedOn\": \"%s\" }";

        assertThat(part("stage", ahead.formatted("2026-12-01")).value()).isNull();
        assertThat(part("stage", ahead.formatted("2026-11-01")).value()).isEqualTo(100);
    }
}
