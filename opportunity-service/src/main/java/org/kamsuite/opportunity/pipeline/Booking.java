package org.kamsuite.opportunity.pipeline;

import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.facts.Sheet;

/// What became of a win in the account's holdings.
///
/// @param reason why it was refused
public record Booking(Outcome outcome, @Nullable String reason) {

    static final Booking PENDING = new Booking(Outcome.PENDING, null);

    static Booking of(Sheet sheet, Opportunity opportunity) {
        return sheet.wins().stream()
                .filter(win -> win.opportunityId().equals(opportunity.id()))
                .filter(win -> win.winVersion() == opportunity.winVersion())
                .findFirst()
                .map(win -> new Booking(outcome(win.outcome()), win.reason()))
                .orElse(PENDING);
    }

    private static Outcome outcome(String outcome) {
        return switch (outcome) {
            case "BOOKED" -> Outcome.BOOKED;
            case "MATCHED" -> Outcome.MATCHED;
            default -> Outcome.WON_NOT_BOOKED;
        };
    }

    /// How far the win has come.
    @Schema(
            name = "BookingOutcome",
            description =
                    "PENDING not answered yet; BOOKED as a new holding; MATCHED to one that was there; WON_NOT_BOOKED refused for a reason")
    public enum Outcome {
        /// No fact sheet tells of it yet.
        PENDING,
        /// It has become a holding.
        BOOKED,
        /// It was found to be a holding that is there already.
        MATCHED,
        /// The account's book refused it; the reason says why.
        WON_NOT_BOOKED
    }
}
