package org.kamsuite.account.facts;

import java.util.Optional;
import java.util.UUID;

/// Recognises that a fact about to be recorded is there already, by another way.
public interface Recognition {

    /// The fact that says the same, if there is one.
    Optional<UUID> known(UUID account, FactContent content);
}
