package org.kamsuite.account.designation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An approver's decision with its reason.
///
/// @param scoreId the score seen: the decision is refused if a newer one says otherwise
public record DecideDesignationRequest(
        @Nullable UUID scoreId, @NotBlank @Size(max = 2000) String reason) {}
