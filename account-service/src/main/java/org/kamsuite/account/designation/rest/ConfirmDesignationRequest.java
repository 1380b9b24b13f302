package org.kamsuite.account.designation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;

/// A confirmation: the manager, and the score that the decision rests on.
public record ConfirmDesignationRequest(
        @NotNull UUID managerId,
        @NotNull UUID scoreId,
        @NotBlank @Size(max = 2000) String reason) {}
