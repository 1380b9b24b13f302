package org.kamsuite.account.plan;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.InCentre;
import org.kamsuite.account.facts.ProductCode;

/// A product that the customer has said it does not want.
@Embeddable
public record Dislike(
        @NotNull @ProductCode String productCode,
        @Nullable UUID centreId,
        @NotNull LocalDate observedOn)
        implements FactContent, InCentre {}
