package org.kamsuite.account.evidence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored complaint.
@Entity
@Table(name = "complaints")
public class ComplaintFact extends Fact<Complaint> {

    @Embedded private Complaint content;

    @Override
    public Complaint content() {
        return content;
    }

    @Override
    protected void content(Complaint content) {
        this.content = content;
    }
}
