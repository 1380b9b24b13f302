package org.kamsuite.account.stakeholder;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored stakeholder.
@Entity
@Table(name = "stakeholders")
public class StakeholderFact extends Fact<Stakeholder> {

    @Embedded private Stakeholder content;

    @Override
    public Stakeholder content() {
        return content;
    }

    @Override
    protected void content(Stakeholder content) {
        this.content = content;
    }
}
