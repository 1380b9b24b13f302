package org.kamsuite.scoring.models.rest;

import jakarta.annotation.security.RolesAllowed;
import jakarta.transaction.Transactional;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import java.math.BigDecimal;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.kamsuite.kit.idempotency.Idempotent;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.PairwiseWeights;
import org.kamsuite.scoring.criteria.Rounding;

@Path("/api/v1/scoring-models/weight-proposals")
@Tag(name = "scoring-models", description = "What accounts are scored by")
class WeightProposalResource {

    @POST
    @Transactional
    @Idempotent
    @RolesAllowed({Roles.LEAD, Roles.ADMINISTRATOR})
    @Operation(
            summary = "Propose weights from judgements of the criteria in pairs",
            description =
                    "The analytic hierarchy process of Saaty: one judgement of each of the 15 pairs."
                            + " Weights add up to 100 but for rounding; judgements with a consistency ratio of 0.10 or"
                            + " more contradict each other too much. Nothing is stored")
    public WeightProposal propose(@NotNull @Valid PairwiseRequest request) {
        try {
            var proposed =
                    PairwiseWeights.of(
                            request.judgements().stream()
                                    .map(judged ->
                                            new PairwiseWeights.Judgement(
                                                    judged.criterion(),
                                                    judged.other(),
                                                    judged.value().doubleValue()))
                                    .toList());
            var weights = new EnumMap<Criterion.Code, Double>(Criterion.Code.class);
            proposed.weights()
                    .forEach((code, weight) ->
                            weights.put(code, Rounding.two(100 * weight).doubleValue()));
            return new WeightProposal(
                    weights,
                    Rounding.places(proposed.consistencyRatio(), 4).doubleValue(),
                    proposed.consistent());
        } catch (IllegalArgumentException e) {
            throw new Invalid("/judgements", String.valueOf(e.getMessage()));
        }
    }

    /// One judgement of each pair of criteria.
    record PairwiseRequest(
            @NotNull @Size(min = 15, max = 15) List<@NotNull @Valid Judged> judgements) {}

    /// The criterion is so many times as important as the other: 1/9 to 9.
    record Judged(
            @NotNull Criterion.Code criterion,
            @NotNull Criterion.Code other,
            @NotNull @DecimalMin("0.1111") @DecimalMax("9") @Digits(integer = 1, fraction = 4)
                    BigDecimal value) {}

    /// Weights that add up to 100, and how far the judgements agree.
    record WeightProposal(
            Map<Criterion.Code, Double> weights, double consistencyRatio, boolean consistent) {}
}
