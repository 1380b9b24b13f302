package org.kamsuite.account.designation.rest;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/// A move that needs nothing but a reason.
public record ReasonedRequest(@NotBlank @Size(max = 2000) String reason) {}
