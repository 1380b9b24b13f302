package org.kamsuite.account.plan;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored customer goal.
@Entity
@Table(name = "customer_goals")
public class CustomerGoalFact extends Fact<CustomerGoal> {

    @Embedded private CustomerGoal content;

    @Override
    public CustomerGoal content() {
        return content;
    }

    @Override
    protected void content(CustomerGoal content) {
        this.content = content;
    }
}
