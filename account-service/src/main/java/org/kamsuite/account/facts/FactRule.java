package org.kamsuite.account.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A rule that a fact keeps towards the other facts of its account.
public interface FactRule {

    /// Refuses what would break the rule; the account is locked.
    ///
    /// @param fact the one that is rewritten, null where it is new
    void require(UUID account, @Nullable UUID fact, FactContent content);
}
