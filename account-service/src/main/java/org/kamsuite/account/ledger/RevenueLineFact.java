package org.kamsuite.account.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.Summed;

/// The stored revenue line.
@Entity
@Summed
@Table(name = "revenue_lines")
public class RevenueLineFact extends Fact<RevenueLine> {

    @Embedded private RevenueLine content;

    @Override
    public RevenueLine content() {
        return content;
    }

    @Override
    protected void content(RevenueLine content) {
        this.content = content;
    }
}
