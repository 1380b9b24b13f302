package org.kamsuite.account.stakeholder;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored relation of a stakeholder.
@Entity
@Table(name = "stakeholder_relations")
public class StakeholderRelationFact extends Fact<StakeholderRelation> {

    @Embedded private StakeholderRelation content;

    @Override
    public StakeholderRelation content() {
        return content;
    }

    @Override
    protected void content(StakeholderRelation content) {
        this.content = content;
    }
}
