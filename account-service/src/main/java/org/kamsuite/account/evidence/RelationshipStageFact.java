package org.kamsuite.account.evidence;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored relationship stage.
@Entity
@Table(name = "relationship_stages")
public class RelationshipStageFact extends Fact<RelationshipStage> {

    @Embedded private RelationshipStage content;

    @Override
    public RelationshipStage content() {
        return content;
    }

    @Override
    protected void content(RelationshipStage content) {
        this.content = content;
    }
}
