package org.kamsuite.account.designation;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// How an account leaves the programme: the plan, what the customer is told, and who takes over.
public record DemotionPlan(
        @NotBlank @Size(max = 4000) String transitionPlan,
        @NotBlank @Size(max = 4000) String customerMessage,
        @NotNull UUID newOwnerId) {}
