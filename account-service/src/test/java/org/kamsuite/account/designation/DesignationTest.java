package org.kamsuite.account.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.kamsuite.account.designation.DesignationFixtures.RULES;
import static org.kamsuite.account.designation.DesignationFixtures.candidate;
import static org.kamsuite.account.designation.DesignationFixtures.confirmed;
import static org.kamsuite.account.designation.DesignationFixtures.cycle;
import static org.kamsuite.account.designation.DesignationFixtures.decision;
import static org.kamsuite.account.designation.DesignationFixtures.decisionOf;
import static org.kamsuite.account.designation.DesignationFixtures.evaluate;
import static org.kamsuite.account.designation.DesignationFixtures.freeSlots;
import static org.kamsuite.account.designation.DesignationFixtures.recommended;
import static org.kamsuite.account.designation.DesignationFixtures.situation;
import static org.kamsuite.account.designation.DesignationFixtures.verdict;
import static org.kamsuite.account.designation.DesignationFixtures.vetoed;

import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class DesignationTest {

    private static final DemotionPlan PLAN =
            new DemotionPlan(
                    "Move to the regular team", "Your team changes", UUID.randomUUID(), null);

    private static final Churn CALM = new Churn(10, 0);

    @Test
    void becomesACandidateThroughAnOpenDoorOnlyAtTheTopOfItsTree() {
        var root = new Designation();
        var child = new Designation();

        evaluate(root, verdict("40"), situation(0, true, true), decision(0));
        evaluate(child, verdict("40"), situation(0, false, true), decision(0));

        assertThat(root.state()).isEqualTo(State.CANDIDATE);
        assertThat(child.state()).isEqualTo(State.NONE);
    }

    @Test
    void isNotNominatedWhereEveryDoorIsKnownToBeClosed() {
        var designation = new Designation();
        var closed = DesignationFixtures.verdictThroughDoors("40", "20", "10");

        assertThatThrownBy(() -> designation.nominate(closed, RULES, decision(0)))
                .isInstanceOf(GuardBroken.class);
        assertThat(designation.state()).isEqualTo(State.NONE);
    }

    @Test
    void isMovedByTheSystemOnceInACycle() {
        var designation = candidate();

        evaluate(designation, verdict("72"), situation(0, true, true), decision(0));
        var again = evaluate(designation, verdict("40"), situation(0, true, true), decision(0));

        assertThat(again).isEmpty();
        assertThat(designation.state()).isEqualTo(State.RECOMMENDED);
    }

    @Test
    void isNotEvaluatedOnAnUnsettledScoreAndMayBeLater() {
        var designation = candidate();

        evaluate(
                designation,
                DesignationFixtures.unsettled("72"),
                situation(0, true, true),
                decision(0));
        assertThat(designation.state()).isEqualTo(State.CANDIDATE);
        evaluate(designation, verdict("72"), situation(0, true, true), decision(0));

        assertThat(designation.state()).isEqualTo(State.RECOMMENDED);
    }

    @Test
    void isNoCandidateAfterFourCyclesWithoutRecommendation() {
        var designation = candidate();

        for (var quarter = 0; quarter < 4; quarter++) {
            assertThat(designation.state()).isEqualTo(State.CANDIDATE);
            evaluate(designation, verdict("60"), situation(quarter, true, true), decision(quarter));
        }

        assertThat(designation.state()).isEqualTo(State.NONE);
    }

    @Test
    void waitsWhereThereIsNoRoomAndFallsBackBelowTheThreshold() {
        var designation = recommended();

        evaluate(designation, verdict("72"), situation(1, true, false), decision(1));
        assertThat(designation.state()).isEqualTo(State.WAITLISTED);
        evaluate(designation, verdict("69"), situation(2, true, false), decision(2));

        assertThat(designation.state()).isEqualTo(State.CANDIDATE);
    }

    @Test
    void isConfirmedOnlyWhileASlotIsFree() {
        var designation = recommended();
        var full = new Slots(35, 3, 6, 3);

        assertThatThrownBy(() ->
                        designation.confirm(
                                UUID.randomUUID(), verdict("72"), full, RULES, decision(1)))
                .isInstanceOf(ProgrammeFull.class);
        assertThat(designation.state()).isEqualTo(State.RECOMMENDED);
    }

    @Test
    void isNotConfirmedUnderAVeto() {
        var designation = recommended();
        var vetoed = DesignationFixtures.vetoed("80");

        assertThatThrownBy(() ->
                        designation.confirm(
                                UUID.randomUUID(), vetoed, freeSlots(), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
    }

    @Test
    void namesWhatIsAllowedInsteadOfAnIllegalMove() {
        var designation = candidate();

        assertThatThrownBy(() ->
                        designation.confirm(
                                UUID.randomUUID(), verdict("72"), freeSlots(), RULES, decision(0)))
                .isInstanceOfSatisfying(
                        IllegalMove.class,
                        refused ->
                                assertThat(refused.problem().members())
                                        .containsEntry(
                                                "allowed", List.of(State.NONE, State.RECOMMENDED)));
    }

    @Test
    void isReviewedAfterTwoBreachesInARow() {
        var designation = candidate();
        evaluate(designation, verdict("72"), situation(0, true, true), decision(0));
        designation.confirm(UUID.randomUUID(), verdict("72"), freeSlots(), RULES, decision(0));
        var breaches = new ArrayList<Integer>();
        var totals = List.of("66", "54", "58", "53", "52");

        for (var i = 0; i < totals.size(); i++) {
            assertThat(designation.state()).isEqualTo(State.CONFIRMED);
            evaluate(
                    designation,
                    verdict(totals.get(i)),
                    situation(i + 1, true, true),
                    decision(i + 1));
            breaches.add(designation.breaches());
        }

        assertThat(breaches).containsExactly(0, 1, 0, 1, 2);
        assertThat(designation.state()).isEqualTo(State.UNDER_REVIEW);
        assertThat(designation.review().reason()).isEqualTo(ReviewReason.BREACHES);
        assertThat(designation.review().dueOn()).isEqualTo(decision(5).day().plusDays(90));
    }

    @Test
    void isNotInBreachThroughLostFacts() {
        var designation = confirmed();
        var lessKnown = DesignationFixtures.covered("50", "58", "0.8000");

        evaluate(designation, lessKnown, situation(1, true, true), decision(1));
        evaluate(designation, lessKnown, situation(2, true, true), decision(2));

        assertThat(designation.breaches()).isZero();
        assertThat(designation.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void isInBreachThroughANewModelOnlyFromTheSecondCycleAfterIt() {
        var designation = confirmed();
        var underNewModel = DesignationFixtures.underNewModel("50", "60");
        var breaches = new ArrayList<Integer>();

        for (var quarter = 1; quarter <= 4; quarter++) {
            evaluate(designation, underNewModel, situation(quarter, true, true), decision(quarter));
            breaches.add(designation.breaches());
        }

        assertThat(breaches).containsExactly(0, 0, 1, 2);
    }

    @Test
    void isReviewedAtOnceUnderAVeto() {
        var designation = confirmed();

        evaluate(
                designation,
                DesignationFixtures.vetoed("80"),
                situation(1, true, true),
                decision(1));

        assertThat(designation.review().reason()).isEqualTo(ReviewReason.VETO);
    }

    @Test
    void isRetainedOnlyWhenTheScoreHasRecovered() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("58"), RULES, decision(1));

        assertThatThrownBy(() -> designation.retain(verdict("59.99"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        designation.retain(verdict("60"), RULES, decision(1));

        assertThat(designation.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void isKeptAgainstItsScoreForAYearAtMost() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("40"), RULES, decision(1));
        var day = decision(1).day();

        assertThatThrownBy(() ->
                        designation.override(day.plusMonths(13), verdict("40"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        designation.override(day.plusMonths(12), verdict("40"), RULES, decision(1));
        evaluate(designation, verdict("40"), situation(2, true, true), decision(2));
        evaluate(designation, verdict("40"), situation(3, true, true), decision(3));

        assertThat(designation.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void isNotDemotedWithinAYearUnlessTheCustomerLeaves() {
        var asked = confirmed();
        var leaving = confirmed();
        asked.review(ReviewReason.REQUESTED, verdict("40"), RULES, decision(1));
        leaving.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));

        assertThatThrownBy(() -> asked.proposeDemotion(PLAN, verdict("40"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        leaving.proposeDemotion(PLAN, verdict("40"), RULES, decision(1));

        assertThat(leaving.review().newOwnerId()).isEqualTo(PLAN.newOwnerId());
    }

    @Test
    void isDemotedByTwoAndGoesToItsNewOwnerLater() {
        var designation = confirmed();
        var manager = designation.managerId();
        designation.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));
        designation.proposeDemotion(PLAN, verdict("40"), RULES, decision(1));
        var changesOn = decision(2).day();

        assertThatThrownBy(() ->
                        designation.demote(verdict("40"), changesOn, CALM, RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        designation.demote(verdict("40"), changesOn, CALM, RULES, decisionOf("bruno", 1));
        assertThat(designation.handOver(changesOn.minusDays(1))).isFalse();
        assertThat(designation.managerId()).isEqualTo(manager);
        designation.handOver(changesOn);

        assertThat(designation.state()).isEqualTo(State.DEMOTED);
        assertThat(designation.managerId()).isEqualTo(PLAN.newOwnerId());
    }

    @Test
    void isACandidateAgainHalfAYearAfterARejection() {
        var designation = recommended();
        designation.reject(verdict("72"), decision(0));

        evaluate(designation, verdict("80"), situation(1, true, true), decision(1));
        assertThat(designation.state()).isEqualTo(State.REJECTED);
        evaluate(designation, verdict("80"), situation(2, true, true), decision(2));

        assertThat(designation.state()).isEqualTo(State.CANDIDATE);
    }

    @Test
    void callsAnUndecidedReviewToMindOnceAWeek() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("40"), RULES, decision(1));
        var due = decision(1).day().plusDays(90);

        assertThat(designation.escalate(due)).isFalse();
        assertThat(designation.escalate(due.plusDays(1))).isTrue();
        assertThat(designation.escalate(due.plusDays(7))).isFalse();
        assertThat(designation.escalate(due.plusDays(8))).isTrue();
        assertThat(designation.state()).isEqualTo(State.UNDER_REVIEW);
    }

    @Test
    void countsCyclesFromTheFirst() {
        assertThat(cycle(4).name()).isEqualTo("2027-Q1");
        assertThat(cycle(4).previous()).isEqualTo("2026-Q4");
    }

    @Test
    void aReviewForAVetoNeedsAVeto() {
        var designation = confirmed();

        assertThatThrownBy(() ->
                        designation.review(ReviewReason.VETO, verdict("80"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class)
                .hasMessageContaining("VETO");
        assertThatThrownBy(() ->
                        designation.review(
                                ReviewReason.BREACHES, verdict("80"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        assertThat(designation.state()).isEqualTo(State.CONFIRMED);
    }

    @Test
    void aVetoWaivesTheTenureWhileItLasts() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("58"), RULES, decision(1));

        assertThatThrownBy(
                        () -> designation.proposeDemotion(PLAN, verdict("58"), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class);
        designation.proposeDemotion(PLAN, vetoed("58"), RULES, decision(1));

        assertThat(designation.review().newOwnerId()).isEqualTo(PLAN.newOwnerId());
    }

    @Test
    void anOverrideDoesNotHideALaterVeto() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("40"), RULES, decision(1));
        designation.override(decision(1).day().plusMonths(12), verdict("40"), RULES, decision(1));

        evaluate(designation, vetoed("40"), situation(2, true, true), decision(2));

        assertThat(designation.state()).isEqualTo(State.UNDER_REVIEW);
    }

    @Test
    void isNotEvaluatedOnAVerdictOfAnOlderCycle() {
        var designation = candidate();
        var old = DesignationFixtures.of(verdict("80"), cycle(0).name());
        var next = DesignationFixtures.of(verdict("80"), cycle(3).name());

        assertThat(designation.evaluate(old, situation(2, true, true), decision(2))).isEmpty();
        assertThat(Verdict.waits(old, cycle(2))).contains(WaitReason.OTHER_CYCLE);
        assertThat(designation.evaluate(next, situation(2, true, true), decision(2))).isPresent();
    }

    @Test
    void isNotConfirmedOnAnUnsettledScore() {
        var designation = recommended();
        var unsettled = DesignationFixtures.unsettled("80");

        assertThatThrownBy(() ->
                        designation.confirm(
                                UUID.randomUUID(), unsettled, freeSlots(), RULES, decision(1)))
                .isInstanceOf(GuardBroken.class)
                .hasMessageContaining("settled");
    }

    @Test
    void isNominatedAgainOnlyThroughADoorThatHasNewlyOpened() {
        var designation = new Designation();
        var big = DesignationFixtures.verdictThroughDoors("40", "60", "10");
        var alsoGrowing = DesignationFixtures.verdictThroughDoors("40", "60", "80");
        var states = new ArrayList<State>();

        for (var quarter = 0; quarter < 8; quarter++) {
            evaluate(designation, big, situation(quarter, true, true), decision(quarter));
            states.add(designation.state());
        }
        evaluate(designation, alsoGrowing, situation(8, true, true), decision(8));

        assertThat(states).startsWith(State.CANDIDATE).endsWith(State.NONE, State.NONE);
        assertThat(designation.state()).isEqualTo(State.CANDIDATE);
    }

    @Test
    void keepsWhatTwoApproversAgreedOnWithTheTransition() {
        var designation = confirmed();
        var manager = designation.managerId();
        designation.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));
        designation.proposeDemotion(PLAN, verdict("40"), RULES, decision(1));

        var move =
                designation.demote(
                        verdict("40"), decision(2).day(), CALM, RULES, decisionOf("bruno", 1));
        designation.handOver(decision(2).day());

        assertThat(move.demotion())
                .isEqualTo(new Demotion("ana", PLAN, manager, decision(2).day()));
    }

    @Test
    void keepsInWhoseFavourItIsDemoted() {
        var designation = confirmed();
        var manager = designation.managerId();
        var plan = new DemotionPlan("Regular team", "Agreed", UUID.randomUUID(), UUID.randomUUID());
        designation.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));
        designation.proposeDemotion(plan, verdict("40"), RULES, decision(1));

        var move =
                designation.demote(
                        verdict("40"), decision(2).day(), CALM, RULES, decisionOf("bruno", 1));

        assertThat(move.demotion())
                .isEqualTo(new Demotion("ana", plan, manager, decision(2).day()));
    }

    @Test
    void isDemotedOnlyWhileTheListStaysCalm() {
        var designation = confirmed();
        designation.review(ReviewReason.REQUESTED, verdict("40"), RULES, decision(1));
        designation.proposeDemotion(PLAN, verdict("40"), RULES, decision(5));
        var bruno = decisionOf("bruno", 5);
        var on = decision(6).day();

        assertThatThrownBy(
                        () -> designation.demote(verdict("40"), on, new Churn(10, 2), RULES, bruno))
                .isInstanceOf(GuardBroken.class)
                .hasMessageContaining("2 of 10");
        designation.demote(verdict("40"), on, new Churn(10, 1), RULES, bruno);

        assertThat(designation.state()).isEqualTo(State.DEMOTED);
    }

    @Test
    void leavesTheListHoweverUneasyItIsWhenTheCustomerLeaves() {
        var designation = confirmed();
        designation.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));
        designation.proposeDemotion(PLAN, verdict("40"), RULES, decision(1));

        designation.demote(
                verdict("40"), decision(2).day(), new Churn(10, 9), RULES, decisionOf("bruno", 1));

        assertThat(designation.state()).isEqualTo(State.DEMOTED);
    }

    @Test
    void letsOnlyASecondApproverDemote() {
        var designation = confirmed();
        designation.review(ReviewReason.LEAVING, verdict("40"), RULES, decision(1));
        assertThat(designation.allowedActions("bruno"))
                .containsExactlyInAnyOrder(Action.RETAIN, Action.OVERRIDE, Action.PROPOSE_DEMOTION);

        designation.proposeDemotion(PLAN, verdict("40"), RULES, decision(1));

        assertThat(designation.allowedActions("ana")).doesNotContain(Action.DEMOTE);
        assertThat(designation.allowedActions("bruno")).contains(Action.DEMOTE);
    }
}
