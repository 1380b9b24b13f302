package org.kamsuite.account.designation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.time.LocalDate;

/// Keeps an account in the programme against its score, until a day.
public record OverrideDesignationRequest(
        @NotNull LocalDate until, @NotBlank @Size(max = 2000) String reason) {}
