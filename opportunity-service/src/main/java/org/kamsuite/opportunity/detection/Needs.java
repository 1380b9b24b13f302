package org.kamsuite.opportunity.detection;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.facts.Sheet;

/// The customer's goals and pain points that a product family answers to in a centre.
///
/// @param evidenced confirmed by the customer, with two items of evidence or more until today
/// @param evidenceItems the items of evidence of what the customer confirmed: the fact sheet says
///   of an item what it is evidence of and its day, so that a day named twice for one goal or pain
///   point is one item, and one day for two of them is two
/// @param strength the strongest link, 0..1: priority or severity, halved until confirmed
public record Needs(
        List<UUID> ids,
        boolean evidenced,
        int evidenceItems,
        double strength,
        @Nullable LocalDate dueOn) {

    private static final int LEAST_EVIDENCE = 2;

    public static Needs of(Sheet sheet, UUID centre, String family, LocalDate asOf) {
        var links = new ArrayList<Link>();
        sheet.goals().stream()
                .filter(goal -> goal.families().contains(family))
                .filter(goal -> goal.centreId() == null || goal.centreId().equals(centre))
                .filter(goal -> isOpen(goal.status()))
                .forEach(goal ->
                        links.add(
                                new Link(
                                        goal.goalId(),
                                        goal.priority(),
                                        goal.status().equals("CONFIRMED"),
                                        until(goal.evidencedOn(), asOf),
                                        goal.dueOn())));
        sheet.painPoints().stream()
                .filter(pain -> pain.families().contains(family))
                .filter(pain -> pain.centreId() == null || pain.centreId().equals(centre))
                .filter(pain -> isOpen(pain.status()))
                .forEach(pain ->
                        links.add(
                                new Link(
                                        pain.painPointId(),
                                        pain.severity(),
                                        pain.status().equals("CONFIRMED"),
                                        until(pain.evidencedOn(), asOf),
                                        null)));
        return of(links);
    }

    private static Needs of(List<Link> links) {
        var items =
                links.stream()
                        .filter(Link::confirmed)
                        .mapToLong(link -> link.evidencedOn().stream().distinct().count())
                        .sum();
        return new Needs(
                links.stream().map(Link::id).toList(),
                items >= LEAST_EVIDENCE,
                Math.toIntExact(items),
                links.stream().mapToDouble(Link::strength).max().orElse(0),
                links.stream()
                        .map(Link::dueOn)
                        .flatMap(Stream::ofNullable)
                        .filter(Objects::nonNull)
                        .min(LocalDate::compareTo)
                        .orElse(null));
    }

    private static List<LocalDate> until(List<LocalDate> days, LocalDate asOf) {
        return days.stream().filter(day -> !day.isAfter(asOf)).toList();
    }

    private static boolean isOpen(String status) {
        return status.equals("CONFIRMED") || status.equals("UNCONFIRMED");
    }

    private record Link(
            UUID id,
            int weight,
            boolean confirmed,
            List<LocalDate> evidencedOn,
            @Nullable LocalDate dueOn) {

        double strength() {
            return weight / 5.0 * (confirmed ? 1 : 0.5);
        }
    }
}
