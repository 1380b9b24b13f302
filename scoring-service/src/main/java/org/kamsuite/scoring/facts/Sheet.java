package org.kamsuite.scoring.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The fact sheet of an account, with the fields that scoring reads.
@JsonIgnoreProperties(ignoreUnknown = true)
public record Sheet(
        UUID accountId,
        List<ExternalId> externalIds,
        String name,
        @Nullable UUID parentId,
        @Nullable String sectorCode,
        @Nullable BigDecimal headcountGrowth,
        @Nullable BigDecimal revenueGrowth,
        boolean insolvent,
        boolean strategicNote,
        @Nullable String veto,
        List<Centre> centres,
        List<Stakeholder> stakeholders,
        List<Holding> holdings,
        List<Contract> contracts,
        Revenue revenue,
        List<MarginRate> marginRates,
        @Nullable BigDecimal costToServe,
        List<Effort> effort,
        List<Requests> requests,
        List<BespokeTerm> bespokeTerms,
        List<Satisfaction> satisfaction,
        @Nullable Stage relationshipStage,
        List<Project> projects,
        List<Evidence> evidence) {

    /// The identifier under which another system knows the account.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record ExternalId(String system, String id) {}

    /// A buying centre.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Centre(UUID centreId, String area, String status, boolean observationComplete) {}

    /// A stakeholder without name.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stakeholder(
            UUID stakeholderId,
            UUID centreId,
            int influence,
            @Nullable Integer support,
            String coverage,
            LocalDate observedOn) {}

    /// A product held.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Holding(
            UUID holdingId, UUID centreId, LocalDate startsOn, @Nullable LocalDate endsOn) {

        public boolean isActiveOn(LocalDate day) {
            return !startsOn.isAfter(day) && (endsOn == null || endsOn.isAfter(day));
        }
    }

    /// A contract.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Contract(
            UUID contractId,
            LocalDate startsOn,
            @Nullable LocalDate endsOn,
            @Nullable BigDecimal annualValue,
            @Nullable LocalDate noticeGivenOn) {}

    /// Recognised revenue: months one by one, older ones summed.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Revenue(
            List<Month> months,
            Earlier earlier,
            List<Unconverted> unconvertedLines,
            List<Integer> activeYears,
            @Nullable LocalDate firstPurchaseOn,
            @Nullable LocalDate lastPurchaseOn) {}

    /// The revenue of one month with one product.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Month(
            YearMonth month,
            @Nullable String productCode,
            BigDecimal amount,
            BigDecimal recurring,
            BigDecimal cost,
            BigDecimal costKnownAmount,
            int lines) {}

    /// The revenue of the years before.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Earlier(BigDecimal amount, BigDecimal cost, BigDecimal costKnownAmount) {}

    /// Lines without a rate.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Unconverted(YearMonth month, int lines) {}

    /// A gross margin.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record MarginRate(@Nullable String productCode, BigDecimal rate, LocalDate observedOn) {}

    /// Hours of our team in a month.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Effort(YearMonth month, BigDecimal hours) {}

    /// Requests of a month by complexity.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Requests(YearMonth month, String type, int standard, int complex, int bespoke) {}

    /// A condition only this customer has.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record BespokeTerm(UUID termId, LocalDate agreedOn, @Nullable LocalDate endsOn) {}

    /// An answer of 0 to 100.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Satisfaction(
            UUID answerId, BigDecimal score, int influence, LocalDate answeredOn) {}

    /// The stage of the relationship.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Stage(String stage, LocalDate observedOn) {}

    /// A delivered project.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Project(UUID projectId, LocalDate deliveredOn, String outcome) {}

    /// An evidence item.
    @JsonIgnoreProperties(ignoreUnknown = true)
    public record Evidence(
            UUID evidenceId,
            String kind,
            int value,
            String rater,
            LocalDate observedOn,
            @Nullable String type) {}
}
