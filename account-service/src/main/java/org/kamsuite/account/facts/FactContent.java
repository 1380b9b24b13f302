package org.kamsuite.account.facts;

import java.util.Optional;

/// What a fact says.
public interface FactContent {

    /// Why the fact can neither be removed nor become another one, where that is so.
    default Optional<String> keptBecause() {
        return Optional.empty();
    }

    /// The content as other systems may see it: without personal data.
    default Object disclosed() {
        return this;
    }
}
