package org.kamsuite.account.facts;

/// What a fact says.
public interface FactContent {

    /// The content as other systems may see it: without personal data.
    default Object disclosed() {
        return this;
    }
}
