package org.kamsuite.account.designation;

import jakarta.persistence.Column;
import jakarta.persistence.Embeddable;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// The review of a key account: why, until when, and what was proposed in it.
@Embeddable
@NullUnmarked
public class Review {

    private static final int DAYS_BETWEEN_ESCALATIONS = 7;

    @Enumerated(EnumType.STRING)
    private @Nullable ReviewReason reviewReason;

    private @Nullable LocalDate reviewDueOn;
    private @Nullable LocalDate escalatedOn;
    private @Nullable LocalDate overrideUntil;
    private @Nullable String transitionPlan;
    private @Nullable String customerMessage;
    private @Nullable UUID newOwnerId;
    private @Nullable UUID inFavourOf;

    @Column(name = "first_approval_by")
    private @Nullable String proposedBy;

    private @Nullable LocalDate ownerChangesOn;

    protected Review() {}

    void open(ReviewReason why, LocalDate dueOn) {
        reviewReason = why;
        reviewDueOn = dueOn;
        overrideUntil = null;
    }

    void close(@Nullable LocalDate overriddenUntil) {
        reviewReason = null;
        reviewDueOn = null;
        escalatedOn = null;
        overrideUntil = overriddenUntil;
        withdraw();
    }

    private void withdraw() {
        transitionPlan = null;
        customerMessage = null;
        newOwnerId = null;
        inFavourOf = null;
        proposedBy = null;
    }

    void propose(DemotionPlan plan, String by) {
        transitionPlan = plan.transitionPlan();
        customerMessage = plan.customerMessage();
        newOwnerId = plan.newOwnerId();
        inFavourOf = plan.inFavourOf();
        proposedBy = by;
    }

    /// Whether somebody else has proposed a demotion that this person can approve.
    boolean awaits(String approver) {
        return proposedBy != null && !proposedBy.equals(approver);
    }

    Demotion approve(String by, @Nullable UUID manager, LocalDate changesOn) {
        if (proposedBy == null) {
            throw new GuardBroken(
                    "demotion-not-proposed",
                    "A demotion is first proposed, with a transition plan and a new owner");
        }
        if (proposedBy.equals(by)) {
            throw new GuardBroken(
                    "second-approver-needed", "Two approvers demote; " + by + " has proposed it");
        }
        reviewReason = null;
        reviewDueOn = null;
        escalatedOn = null;
        ownerChangesOn = changesOn;
        var plan = new DemotionPlan(transitionPlan, customerMessage, newOwnerId, inFavourOf);
        return new Demotion(proposedBy, plan, manager, changesOn);
    }

    boolean waivesTenure() {
        return reviewReason != null && reviewReason.waivesTenure();
    }

    boolean overriddenOn(LocalDate day) {
        return overrideUntil != null && !day.isAfter(overrideUntil);
    }

    boolean escalate(LocalDate today) {
        var due = reviewDueOn != null && today.isAfter(reviewDueOn);
        var quiet =
                escalatedOn == null
                        || !today.isBefore(escalatedOn.plusDays(DAYS_BETWEEN_ESCALATIONS));
        if (due && quiet) {
            escalatedOn = today;
        }
        return due && quiet;
    }

    Optional<UUID> handOver(LocalDate today) {
        if (ownerChangesOn == null || today.isBefore(ownerChangesOn)) {
            return Optional.empty();
        }
        var owner = newOwnerId;
        ownerChangesOn = null;
        withdraw();
        return Optional.ofNullable(owner);
    }

    public @Nullable ReviewReason reason() {
        return reviewReason;
    }

    public @Nullable LocalDate dueOn() {
        return reviewDueOn;
    }

    public @Nullable LocalDate escalatedOn() {
        return escalatedOn;
    }

    public @Nullable LocalDate overrideUntil() {
        return overrideUntil;
    }

    public @Nullable String transitionPlan() {
        return transitionPlan;
    }

    public @Nullable String customerMessage() {
        return customerMessage;
    }

    public @Nullable UUID newOwnerId() {
        return newOwnerId;
    }

    public @Nullable UUID inFavourOf() {
        return inFavourOf;
    }

    public @Nullable String proposedBy() {
        return proposedBy;
    }

    public @Nullable LocalDate ownerChangesOn() {
        return ownerChangesOn;
    }
}
