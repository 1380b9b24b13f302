package org.kamsuite.opportunity.whitespace;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kamsuite.opportunity.facts.Sheet;

/// Wins that have not become running holdings yet.
final class PendingWins {

    private final List<Engagement> engagements;
    private final LocalDate asOf;

    PendingWins(List<Engagement> engagements, LocalDate asOf) {
        this.engagements = engagements;
        this.asOf = asOf;
    }

    /// A win that no fact sheet shows yet, neither as refused nor as a holding that has begun.
    Optional<Engagement> of(Sheet sheet, CellKey key) {
        return engagements.stream()
                .filter(engagement -> engagement.centreId().equals(key.centreId()))
                .filter(engagement -> engagement.productCode().equals(key.productCode()))
                .filter(engagement -> isUnbooked(sheet, engagement))
                .findFirst();
    }

    /// The holdings that end when a win becomes a holding: its value stands for theirs.
    Set<UUID> replaced(Sheet sheet) {
        return engagements.stream()
                .filter(engagement -> isUnbooked(sheet, engagement))
                .map(Engagement::replacesHoldingId)
                .filter(Objects::nonNull)
                .collect(toSet());
    }

    private boolean isUnbooked(Sheet sheet, Engagement engagement) {
        return engagement.state() == Engagement.State.WON
                && (!isDecided(sheet, engagement) || isToCome(sheet, engagement));
    }

    private static boolean isDecided(Sheet sheet, Engagement engagement) {
        return decisions(sheet, engagement).findAny().isPresent();
    }

    /// Booked, but as a holding that begins on a later day.
    private boolean isToCome(Sheet sheet, Engagement engagement) {
        return decisions(sheet, engagement)
                .map(Sheet.Win::holdingId)
                .filter(Objects::nonNull)
                .anyMatch(id ->
                        sheet.holdings().stream()
                                .filter(holding -> holding.holdingId().equals(id))
                                .anyMatch(holding -> holding.startsOn().isAfter(asOf)));
    }

    private static Stream<Sheet.Win> decisions(Sheet sheet, Engagement engagement) {
        return sheet.wins().stream()
                .filter(win -> win.opportunityId().equals(engagement.opportunityId()))
                .filter(win -> win.winVersion() >= engagement.winVersion());
    }
}
