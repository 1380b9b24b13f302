package org.kamsuite.account.plan;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored pain point.
@Entity
@Table(name = "pain_points")
public class PainPointFact extends Fact<PainPoint> {

    @Embedded private PainPoint content;

    @Override
    public PainPoint content() {
        return content;
    }

    @Override
    protected void content(PainPoint content) {
        this.content = content;
    }
}
