package org.kamsuite.account.portfolio.rest;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.account.portfolio.ExternalId;

/// What is needed to open an account.
public record OpenAccountRequest(
        @NotNull @Valid AccountProfile profile,
        @Size(max = 50) List<@NotNull @Valid ExternalId> externalIds) {}
