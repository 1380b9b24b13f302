package org.kamsuite.account.evidence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored delivered project.
@Entity
@Table(name = "delivered_projects")
public class DeliveredProjectFact extends Fact<DeliveredProject> {

    @Embedded private DeliveredProject content;

    @Override
    public DeliveredProject content() {
        return content;
    }

    @Override
    protected void content(DeliveredProject content) {
        this.content = content;
    }
}
