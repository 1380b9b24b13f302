package org.kamsuite.account.designation.messaging;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The verdict on an account, as far as it is read here.
@JsonIgnoreProperties(ignoreUnknown = true)
record ScoreVerdict(
        UUID accountId,
        UUID scoreId,
        String status,
        @Nullable String cycle,
        @Nullable Long frame,
        @Nullable Integer modelVersion,
        @Nullable LocalDate asOf,
        @Nullable Long factsEpoch,
        @Nullable Long factsSequence,
        @Nullable Long whiteSpaceSequence,
        boolean settled,
        @Nullable BigDecimal total,
        @Nullable BigDecimal totalHigh,
        @Nullable BigDecimal totalUnderPreviousModel,
        @Nullable BigDecimal coverage,
        boolean breadth,
        boolean recommended,
        boolean recommendedAsEmerging,
        @Nullable BigDecimal workShare,
        @Nullable List<String> vetoes,
        @Nullable Map<String, Mark> criteria) {

    /// A criterion's score, if known.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Mark(@Nullable BigDecimal score) {}

    List<String> knownVetoes() {
        return Objects.requireNonNullElse(vetoes, List.of());
    }

    /// Whether it recommends the account, and no veto speaks against it.
    boolean commends() {
        return recommended && knownVetoes().isEmpty();
    }

    @Nullable BigDecimal score(String criterion) {
        var mark = criteria == null ? null : criteria.get(criterion);
        return mark == null ? null : mark.score();
    }
}
