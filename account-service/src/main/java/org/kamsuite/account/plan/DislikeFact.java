package org.kamsuite.account.plan;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored dislike.
@Entity
@Table(name = "dislikes")
public class DislikeFact extends Fact<Dislike> {

    @Embedded private Dislike content;

    @Override
    public Dislike content() {
        return content;
    }

    @Override
    protected void content(Dislike content) {
        this.content = content;
    }
}
