package org.kamsuite.account.portfolio.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.kamsuite.account.portfolio.Account;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.account.portfolio.ExternalId;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;

/// An account as it is answered.
public record AccountResponse(
        UUID id,
        List<ExternalId> externalIds,
        @JsonUnwrapped AccountProfile profile,
        Instant openedAt,
        String etag)
        implements Versioned, Identified {

    static AccountResponse of(Account account, List<ExternalId> externalIds) {
        return new AccountResponse(
                account.id(),
                externalIds,
                account.profile(),
                account.openedAt(),
                Long.toString(account.version()));
    }
}
