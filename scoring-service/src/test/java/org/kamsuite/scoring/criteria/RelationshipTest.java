package org.kamsuite.scoring.criteria;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.UUID;
import org.junit.jupiter.api.Test;

class RelationshipTest {

    private static Part part(String measure, String fields) {
        return Relationship.of(
                        Trees.tree(Trees.revenue(12, 1_000), fields), Models.DEFAULT.relationship())
                .parts()
                .stream()
                .filter(part -> part.measure().equals(measure))
                .findFirst()
                .orElseThrow();
    }

    private static String person(String coverage, String support) {
        return """
        { "stakeholderId": "%s", "centreId": "%s", "influence": 5, "support": %s,
          "coverage": "%s", "observedOn": "2026-09-01" }
        """
                .formatted(UUID.randomUUID(), UUID.randomUUID(), support, coverage);
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
    void ignoresAStageThatIsNotReachedYet() {
        var ahead = "\"relationshipStage\": { \"stage\": \"INTEGRATED\", \"observedOn\": \"%s\" }";

        assertThat(part("stage", ahead.formatted("2026-12-01")).value()).isNull();
        assertThat(part("stage", ahead.formatted("2026-11-01")).value()).isEqualTo(100);
    }
}
