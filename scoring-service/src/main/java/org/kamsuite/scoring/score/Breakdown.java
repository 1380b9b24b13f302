package org.kamsuite.scoring.score;

import java.math.BigDecimal;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.enums.SchemaType;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;
import org.kamsuite.scoring.criteria.Counterfactuals;
import org.kamsuite.scoring.criteria.Criterion;
import org.kamsuite.scoring.criteria.Flag;
import org.kamsuite.scoring.criteria.LifetimeValue;
import org.kamsuite.scoring.criteria.Part;
import org.kamsuite.scoring.criteria.RelationshipSplit;

/// Why a score is what it is; stored with it and read back as it is.
///
/// @param snapshotHash the same for the same facts, white space, frame, model and day
/// @param rawTotal the total before rounding
public record Breakdown(
        String snapshotHash,
        @Nullable Double rawTotal,
        List<Line> criteria,
        LifetimeValue.@Nullable Value lifetimeValue,
        List<Counterfactuals.Counterfactual> counterfactuals,
        @Nullable BigDecimal sensitivity,
        List<String> toCollect) {

    /// One criterion with its parts, its weight and what it contributes to the total.
    ///
    /// @param percentile how many hundredths of the accounts had no higher score when the frame was
    ///   made; shown as evidence, nothing rests on it
    /// @param split what of the relationship is institutional and what personal; C6 only, and
    ///   absent from what was stored before there was a split
    public record Line(
            Criterion.Code code,
            @Nullable BigDecimal score,
            BigDecimal coverage,
            double weight,
            @Nullable BigDecimal contribution,
            @Nullable Integer percentile,
            List<Part> parts,
            @Nullable RelationshipSplit split,
            @Schema(type = SchemaType.ARRAY, implementation = Flag.class) List<String> flags,
            List<String> toCollect) {}
}
