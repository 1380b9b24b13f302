package org.kamsuite.account.holding;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored contract.
@Entity
@Table(name = "contracts")
public class ContractFact extends Fact<Contract> {

    @Embedded private Contract content;

    @Override
    public Contract content() {
        return content;
    }

    @Override
    protected void content(Contract content) {
        this.content = content;
    }
}
