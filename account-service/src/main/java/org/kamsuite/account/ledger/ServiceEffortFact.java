package org.kamsuite.account.ledger;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.Summed;

/// The stored service effort.
@Entity
@Summed
@Table(name = "service_efforts")
public class ServiceEffortFact extends Fact<ServiceEffort> {

    @Embedded private ServiceEffort content;

    @Override
    public ServiceEffort content() {
        return content;
    }

    @Override
    protected void content(ServiceEffort content) {
        this.content = content;
    }
}
