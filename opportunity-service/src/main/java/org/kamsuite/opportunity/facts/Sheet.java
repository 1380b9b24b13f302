package org.kamsuite.opportunity.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;

/// The fact sheet of an account, with the fields that white space reads.
///
/// @param customerRevenue what it earns itself in a year, in the company's currency
@JsonIgnoreProperties(ignoreUnknown = true)
public record Sheet(
        UUID accountId,
        List<ExternalId> externalIds,
        String name,
        @Nullable UUID parentId,
        @Nullable LocalDate parentSince,
        @Nullable LocalDate ownRollUpFrom,
        @Nullable String sectorCode,
        @Nullable Integer headcount,
        @Nullable BigDecimal customerRevenue,
        List<Centre> centres,
        List<Stakeholder> stakeholders,
        List<Holding> holdings,
        List<Contract> contracts,
        List<Win> wins,
        Revenue revenue,
        List<Complaint> complaints,
        List<Goal> goals,
        List<PainPoint> painPoints,
        List<Dislike> dislikes,
        @Nullable List<Relation> stakeholderRelations) {

    /// The relations of stakeholders whose observation still counts on the day, the oldest first;
    /// none of a sheet that was written before there were any.
    public List<Relation> relationsOn(LocalDate day, Rules rules) {
        return Stream.ofNullable(stakeholderRelations)
                .flatMap(List::stream)
                .filter(relation -> rules.countsOn(day, relation.observedOn()))
                .sorted(Comparator.comparing(Relation::observedOn))
                .toList();
    }

    /// Whether the account counts in the sums of the one above it on the day: once it belongs
    /// there, and until it counts for itself.
    public boolean countsAbove(LocalDate day) {
        return (parentSince == null || !parentSince.isAfter(day))
                && (ownRollUpFrom == null || ownRollUpFrom.isAfter(day));
    }

    /// Whether a critical complaint of the centre, or of all of them, is open on the day.
    public boolean mustBeFixedFirst(UUID centre, LocalDate day) {
        return complaints.stream()
                .filter(complaint -> complaint.severity().equals("CRITICAL"))
                .filter(complaint -> complaint.isOpenOn(day))
                .anyMatch(complaint ->
                        complaint.centreId() == null || complaint.centreId().equals(centre));
    }

    /// Whether the holding lasts on the day; none outlasts its contract.
    public boolean isActiveOn(Holding holding, LocalDate day) {
        var end = end(holding);
        return !holding.startsOn().isAfter(day) && (end == null || end.isAfter(day));
    }

    /// The end of the holding, or of its contract where that is earlier.
    public @Nullable LocalDate end(Holding holding) {
        return earliest(holding.endsOn(), contract(holding).map(Contract::endsOn).orElse(null));
    }

    /// The day on which the holding comes up: its renewal, or its end where that is earlier.
    public @Nullable LocalDate renewal(Holding holding) {
        return earliest(holding.renewalOn(), end(holding));
    }

    /// Whether notice of the holding's contract was given by the day.
    public boolean isUnderNotice(Holding holding, LocalDate day) {
        return contract(holding)
                .map(Contract::noticeGivenOn)
                .filter(given -> !given.isAfter(day))
                .isPresent();
    }

    private Optional<Contract> contract(Holding holding) {
        return contracts.stream()
                .filter(contract -> contract.contractId().equals(holding.contractId()))
                .findFirst();
    }

    private static @Nullable LocalDate earliest(@Nullable LocalDate a, @Nullable LocalDate b) {
        if (a == null || b == null) {
            return a == null ? b : a;
        }
        return a.isBefore(b) ? a : b;
    }

    /// The years in which the centre has its budgets, or empty where that is not known.
    public Optional<FiscalYear> fiscalYear(UUID centre) {
        return centres.stream()
                .filter(found -> found.centreId().equals(centre))
                .flatMap(found -> Stream.ofNullable(found.fiscalYearStartMonth()))
                .findFirst()
                .map(FiscalYear::new);
    }

    /// The open goals and pain points that the product family answers to in the centre.
    public List<UUID> needs(UUID centre, String family) {
        return Stream.concat(
                        goals.stream()
                                .filter(goal -> isOpen(goal.status()))
                                .filter(goal -> goal.families().contains(family))
                                .filter(goal -> isOf(goal.centreId(), centre))
                                .map(Goal::goalId),
                        painPoints.stream()
                                .filter(pain -> isOpen(pain.status()))
                                .filter(pain -> pain.families().contains(family))
                                .filter(pain -> isOf(pain.centreId(), centre))
                                .map(PainPoint::painPointId))
                .toList();
    }

    private static boolean isOpen(String status) {
        return status.equals("CONFIRMED") || status.equals("UNCONFIRMED");
    }

    private static boolean isOf(@Nullable UUID named, UUID centre) {
        return named == null || named.equals(centre);
    }

    /// The last day until the given one of evidence of a goal or pain point that the customer has
    /// confirmed and the product family answers to in the centre.
    public Optional<LocalDate> needEvidencedOn(UUID centre, String family, LocalDate until) {
        var ofGoals =
                goals.stream()
                        .filter(goal -> goal.status().equals("CONFIRMED"))
                        .filter(goal -> goal.families().contains(family))
                        .filter(goal -> isOf(goal.centreId(), centre))
                        .flatMap(goal -> goal.evidencedOn().stream());
        var ofPains =
                painPoints.stream()
                        .filter(pain -> pain.status().equals("CONFIRMED"))
                        .filter(pain -> pain.families().contains(family))
                        .filter(pain -> isOf(pain.centreId(), centre))
                        .flatMap(pain -> pain.evidencedOn().stream());
        return Stream.concat(ofGoals, ofPains)
                .filter(day -> !day.isAfter(until))
                .max(LocalDate::compareTo);
    }

    /// The identifier under which another system knows the account.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExternalId(String system, String id) {}

    /// A buying centre.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Centre(
            UUID centreId,
            String name,
            String area,
            List<String> decisionScope,
            String status,
            @Nullable Integer fiscalYearStartMonth) {

        /// Whether the centre may decide on products of the family; without a scope it may on all.
        public boolean decidesOn(String family) {
            return decisionScope.isEmpty() || decisionScope.contains(family);
        }
    }

    /// A stakeholder without name.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stakeholder(
            UUID stakeholderId,
            UUID centreId,
            Set<String> roles,
            int influence,
            @Nullable Integer support,
            String coverage,
            LocalDate observedOn) {

        /// Whether the person supports us and we know the person well.
        public boolean opensDoors(LocalDate day, Rules rules) {
            return support != null
                    && support > 0
                    && (coverage.equals("MULTIPLE") || coverage.equals("IN_DEPTH"))
                    && rules.countsOn(day, observedOn);
        }
    }

    /// How a stakeholder stands to another one, or to one of our managers.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Relation(
            String type,
            UUID stakeholderId,
            @Nullable UUID otherStakeholderId,
            @Nullable UUID managerId,
            @Nullable Integer strength,
            LocalDate observedOn) {

        public boolean is(String other) {
            return type.equals(other);
        }

        /// The strength, 0 where the relation has none.
        public int weight() {
            return strength == null ? 0 : strength;
        }
    }

    /// A product held.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Holding(
            UUID holdingId,
            UUID centreId,
            String productCode,
            @Nullable BigDecimal quantity,
            @Nullable BigDecimal annualValue,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable LocalDate renewalOn,
            @Nullable BigDecimal utilisation,
            @Nullable UUID contractId,
            @Nullable UUID opportunityId) {

        /// Annual value in the company's currency, zero where it could not be converted.
        public BigDecimal value() {
            return annualValue == null ? BigDecimal.ZERO : annualValue;
        }
    }

    /// A contract with us.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Contract(
            UUID contractId, @Nullable LocalDate endsOn, @Nullable LocalDate noticeGivenOn) {}

    /// What became of a win.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Win(
            UUID opportunityId,
            int winVersion,
            String outcome,
            @Nullable String reason,
            @Nullable UUID holdingId) {}

    /// Revenue by month.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Revenue(List<Month> months) {}

    /// The revenue of one month with one product.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Month(YearMonth month, BigDecimal amount) {}

    /// A complaint.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Complaint(
            UUID complaintId,
            @Nullable UUID centreId,
            String severity,
            LocalDate openedOn,
            @Nullable LocalDate closedOn) {

        boolean isOpenOn(LocalDate day) {
            return closedOn == null || closedOn.isAfter(day);
        }
    }

    /// A goal of the customer.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Goal(
            UUID goalId,
            @Nullable UUID centreId,
            List<String> families,
            int priority,
            String status,
            @Nullable LocalDate dueOn,
            List<LocalDate> evidencedOn) {}

    /// A pain point of the customer.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record PainPoint(
            UUID painPointId,
            @Nullable UUID centreId,
            List<String> families,
            int severity,
            String status,
            List<LocalDate> evidencedOn) {}

    /// A product the customer does not want.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Dislike(String productCode, @Nullable UUID centreId, LocalDate observedOn) {}
}
