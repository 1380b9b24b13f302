package org.kamsuite.account.designation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.kamsuite.account.designation.ReviewReason;

/// A review of a key account, with its reason as code and text.
public record ReviewDesignationRequest(
        @NotNull ReviewReason reasonCode, @NotBlank @Size(max = 2000) String reason) {}
