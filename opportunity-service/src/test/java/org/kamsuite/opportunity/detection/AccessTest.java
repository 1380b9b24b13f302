package org.kamsuite.opportunity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.RulesFixtures.RULES;
import static org.kamsuite.opportunity.SheetFixtures.FINANCE;
import static org.kamsuite.opportunity.SheetFixtures.OPERATIONS;
import static org.kamsuite.opportunity.SheetFixtures.account;
import static org.kamsuite.opportunity.whitespace.Matrices.TODAY;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/// Ana supports us and is known well, in Operations; Dora decides in Finance.
class AccessTest {

    private static final UUID ANA = person('a');
    private static final UUID BIA = person('b');
    private static final UUID CAIO = person('c');
    private static final UUID DORA = person('d');
    private static final UUID MANAGER = UUID.fromString("01938b1c-0000-7000-8000-0000000000e1");

    @Test
    void isTheMostInfluentialSupporterInTheCentre() {
        var access = accessTo(OPERATIONS).orElseThrow();

        assertThat(access.stakeholder()).isEqualTo(ANA);
        assertThat(access.part()).isEqualTo(1);
        assertThat(access.introduction()).isEmpty();
        assertThat(access.reason().code()).isEqualTo("SUPPORTER_IN_THE_CENTRE");
    }

    @Test
    void isHalfAsGoodWhereNobodyLeadsToADecider() {
        var access = accessTo(FINANCE, influences(ANA, BIA, 3)).orElseThrow();

        assertThat(access.stakeholder()).isEqualTo(ANA);
        assertThat(access.part()).isEqualTo(0.5);
        assertThat(access.introduction()).isEmpty();
        assertThat(access.reason().code()).isEqualTo("SUPPORTER_ELSEWHERE");
    }

    @Test
    void isAsGoodAsInTheCentreWhereTwoStepsLeadToADecider() {
        var access =
                accessTo(FINANCE, influences(ANA, BIA, 3), influences(BIA, DORA, 2)).orElseThrow();

        assertThat(access.part()).isEqualTo(1);
        assertThat(access.introduction()).containsExactly(ANA, BIA, DORA);
        assertThat(access.reason().code()).isEqualTo("INTRODUCTION_TO_A_DECIDER");
        assertThat(access.reason().parameters())
                .containsEntry("stakeholderId", ANA.toString())
                .containsEntry("deciderId", DORA.toString())
                .containsEntry("steps", "2");
    }

    @Test
    void takesTwoStrongStepsBeforeOneThatIsWeak() {
        var access =
                accessTo(
                                FINANCE,
                                influences(ANA, DORA, 1),
                                influences(ANA, BIA, 3),
                                influences(BIA, DORA, 3))
                        .orElseThrow();

        assertThat(access.introduction()).containsExactly(ANA, BIA, DORA);
    }

    @Test
    void neverLeadsThroughSomebodyWhoSpeaksAgainstUs() {
        var access =
                accessTo(FINANCE, influences(ANA, CAIO, 3), influences(CAIO, DORA, 3))
                        .orElseThrow();

        assertThat(access.introduction()).isEmpty();
    }

    @Test
    void neverLeadsFromOneToAnotherInConflict() {
        var access =
                accessTo(
                                FINANCE,
                                influences(ANA, DORA, 3),
                                relation("CONFLICTS_WITH", DORA, ANA, "", "2026-08-01"))
                        .orElseThrow();

        assertThat(access.introduction()).isEmpty();
    }

    @Test
    void restsOnWhatWasObservedInTheLastYear() {
        var old = relation("INFLUENCES", ANA, DORA, ", 'strength': 3", "2025-10-30");

        assertThat(accessTo(FINANCE, old).orElseThrow().introduction()).isEmpty();
    }

    @Test
    void takesTheLatestObservationOfTheSameTwo() {
        var before = relation("INFLUENCES", ANA, DORA, ", 'strength': 1", "2026-01-01");
        var now = relation("INFLUENCES", ANA, DORA, ", 'strength': 3", "2026-06-01");
        var around = List.of(influences(ANA, BIA, 3), influences(BIA, DORA, 3));

        var access = accessTo(FINANCE, now, before, around.getFirst(), around.getLast());

        assertThat(access.orElseThrow().introduction()).containsExactly(ANA, DORA);
    }

    @Test
    void saysWhichManagerKnowsTheSupporterBest() {
        var access =
                accessTo(
                                OPERATIONS,
                                """
                                { 'type': 'KNOWS', 'stakeholderId': '%s', 'managerId': '%s',
                                  'strength': 2, 'observedOn': '2026-08-01' }
                                """
                                        .formatted(ANA, MANAGER))
                        .orElseThrow();

        assertThat(access.reason().parameters()).containsEntry("managerId", MANAGER.toString());
    }

    private static Optional<Access> accessTo(UUID centre, String... relations) {
        var people =
                """
                'stakeholders': [%s, %s, %s, %s], 'stakeholderRelations': [%s]
                """
                        .formatted(
                                person(ANA, OPERATIONS, "INFLUENCER", 2, "IN_DEPTH"),
                                person(BIA, OPERATIONS, "USER", 0, "BRIEF"),
                                person(CAIO, OPERATIONS, "USER", -1, "BRIEF"),
                                person(DORA, FINANCE, "DECIDER", 0, "NO_CONTACT"),
                                String.join(", ", relations));
        return Access.to(centre, account(people), TODAY, RULES);
    }

    private static String person(UUID id, UUID centre, String role, int support, String coverage) {
        return """
        { 'stakeholderId': '%s', 'centreId': '%s', 'roles': ['%s'], 'influence': 3,
          'support': %d, 'coverage': '%s', 'observedOn': '2026-08-01' }
        """
                .formatted(id, centre, role, support, coverage);
    }

    private static String influences(UUID who, UUID whom, int strength) {
        return relation("INFLUENCES", who, whom, ", 'strength': " + strength, "2026-08-01");
    }

    private static String relation(String type, UUID who, UUID whom, String more, String on) {
        return """
        { 'type': '%s', 'stakeholderId': '%s', 'otherStakeholderId': '%s',
          'observedOn': '%s'%s }
        """
                .formatted(type, who, whom, on, more);
    }

    private static UUID person(char last) {
        return UUID.fromString("01938b1c-0000-7000-8000-0000000000a" + last);
    }
}
