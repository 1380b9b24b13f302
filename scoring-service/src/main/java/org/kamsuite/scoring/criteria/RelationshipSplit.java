package org.kamsuite.scoring.criteria;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// A relationship by what stays with us and what goes with the manager (domain §2.6), each 0..100
/// or unknown; for reports, no score rests on it.
@Schema(
        description =
                "institutional is the mean of what is known of tenure, stage and projects, and stays when the manager changes; personal is people, and must be earned anew then; satisfaction is neither")
public record RelationshipSplit(@Nullable BigDecimal institutional, @Nullable BigDecimal personal) {

    private static final Set<String> INSTITUTIONAL = Set.of("tenure", "stage", "projects");
    private static final Set<String> PERSONAL = Set.of("people");

    /// The split of C6; the other criteria have none.
    public static Optional<RelationshipSplit> of(Criterion criterion) {
        return criterion.code() == Criterion.Code.C6
                ? Optional.of(
                        new RelationshipSplit(
                                mean(criterion, INSTITUTIONAL), mean(criterion, PERSONAL)))
                : Optional.empty();
    }

    private static @Nullable BigDecimal mean(Criterion criterion, Set<String> measures) {
        var mean =
                criterion.parts().stream()
                        .filter(part -> measures.contains(part.measure()))
                        .filter(part -> part.normalised() != null)
                        .mapToDouble(Part::points)
                        .average();
        return mean.isPresent() ? Rounding.two(mean.getAsDouble()) : null;
    }
}
