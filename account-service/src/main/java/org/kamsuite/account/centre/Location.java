package org.kamsuite.account.centre;

import jakarta.persistence.Embeddable;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.ZoneName;

/// A place of the customer, with its time zone.
@Embeddable
public record Location(
        @NotNull
                @Pattern(
                        regexp = "[A-Z]{2}",
                        message = "A country is a code of two capital letters (ISO 3166)")
                String country,
        @Size(max = 200) @Nullable String city,
        @NotNull @ZoneName String zone)
        implements FactContent {}
