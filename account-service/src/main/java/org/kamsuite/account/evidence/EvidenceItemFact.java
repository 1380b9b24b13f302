package org.kamsuite.account.evidence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored evidence item.
@Entity
@Table(name = "evidence_items")
public class EvidenceItemFact extends Fact<EvidenceItem> {

    @Embedded private EvidenceItem content;

    @Override
    public EvidenceItem content() {
        return content;
    }

    @Override
    protected void content(EvidenceItem content) {
        this.content = content;
    }
}
