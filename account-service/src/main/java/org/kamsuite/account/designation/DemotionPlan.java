package org.kamsuite.account.designation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// How an account leaves the programme: the plan, what the customer is told, and who takes over.
///
/// @param inFavourOf the waitlisted account for which it makes room, where that is why it leaves
public record DemotionPlan(
        @NotBlank @Size(max = 4000) String transitionPlan,
        @NotBlank @Size(max = 4000) String customerMessage,
        @NotNull UUID newOwnerId,
        @Nullable UUID inFavourOf) {}
