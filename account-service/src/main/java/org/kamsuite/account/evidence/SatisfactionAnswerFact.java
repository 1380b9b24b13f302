package org.kamsuite.account.evidence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored satisfaction answer.
@Entity
@Table(name = "satisfaction_answers")
public class SatisfactionAnswerFact extends Fact<SatisfactionAnswer> {

    @Embedded private SatisfactionAnswer content;

    @Override
    public SatisfactionAnswer content() {
        return content;
    }

    @Override
    protected void content(SatisfactionAnswer content) {
        this.content = content;
    }
}
