package org.kamsuite.account.designation;

import java.util.EnumSet;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.kamsuite.kit.security.Roles;

/// What a person can do with a designation, from which states, and in which roles.
@Schema(
        name = "DesignationAction",
        description =
                "NOMINATE as a candidate; CONFIRM as a key account; WAITLIST for want of room; REJECT the recommendation; REVIEW the key account; RETAIN it, as its score has recovered; OVERRIDE its score until a day; PROPOSE_DEMOTION as the first of two approvers; DEMOTE as the second")
public enum Action {
    NOMINATE("nominated"),
    CONFIRM("confirmed"),
    WAITLIST("put on the waiting list"),
    REJECT("rejected"),
    REVIEW("reviewed"),
    RETAIN("retained"),
    OVERRIDE("retained"),
    PROPOSE_DEMOTION("demoted"),
    DEMOTE("demoted");

    private final String done;

    Action(String done) {
        this.done = done;
    }

    /// As in "cannot be confirmed".
    String done() {
        return done;
    }

    Set<State> from() {
        return switch (this) {
            case NOMINATE -> EnumSet.of(State.NONE);
            case CONFIRM -> EnumSet.of(State.RECOMMENDED, State.WAITLISTED);
            case WAITLIST, REJECT -> EnumSet.of(State.RECOMMENDED);
            case REVIEW -> EnumSet.of(State.CONFIRMED);
            case RETAIN, OVERRIDE, PROPOSE_DEMOTION, DEMOTE -> EnumSet.of(State.UNDER_REVIEW);
        };
    }

    /// The roles of which one is needed.
    Set<String> roles() {
        return switch (this) {
            case NOMINATE, REVIEW -> Set.of(Roles.LEAD, Roles.APPROVER);
            case CONFIRM, WAITLIST, REJECT, RETAIN, OVERRIDE, PROPOSE_DEMOTION, DEMOTE ->
                    Set.of(Roles.APPROVER);
        };
    }
}
