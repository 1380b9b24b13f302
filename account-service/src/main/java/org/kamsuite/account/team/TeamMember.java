package org.kamsuite.account.team;

import java.time.Instant;
import org.jspecify.annotations.Nullable;

/// Somebody who works with an account.
///
/// @param userName the name that the person's token carries
/// @param keyAccountManager whether the person is the account's manager, and belongs to the team
///   for that reason
/// @param addedAt when somebody was named; null for the manager who is not
public record TeamMember(
        String userName,
        boolean keyAccountManager,
        @Nullable Instant addedAt,
        @Nullable String addedBy) {}
