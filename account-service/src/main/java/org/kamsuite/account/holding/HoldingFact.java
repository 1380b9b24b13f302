package org.kamsuite.account.holding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Fact;

/// The stored holding.
@Entity
@Table(name = "holdings")
public class HoldingFact extends Fact<Holding> {

    @Embedded private Holding content;
    private @Nullable UUID opportunityId;

    @Override
    public Holding content() {
        return content;
    }

    @Override
    protected void content(Holding content) {
        this.content = content;
    }

    /// The opportunity whose win this is, if any.
    public @Nullable UUID opportunityId() {
        return opportunityId;
    }

    void wonBy(@Nullable UUID opportunity) {
        this.opportunityId = opportunity;
    }
}
