package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.math.BigDecimal;
import org.kamsuite.account.manager.Team;
import org.kamsuite.account.settings.Company;

/// Counts the slots of the programme; locked by each decision that takes one.
@ApplicationScoped
class Capacity {

    private final EntityManager entities;
    private final Designations designations;
    private final Team team;
    private final Company company;
    private final ProgrammeConfig rules;

    @Inject
    Capacity(
            EntityManager entities,
            Designations designations,
            Team team,
            Company company,
            ProgrammeConfig rules) {
        this.entities = entities;
        this.designations = designations;
        this.team = team;
        this.company = company;
        this.rules = rules;
    }

    /// The slots, which nobody else can take until the transaction ends.
    Slots lock() {
        entities.createNativeQuery("select 1 from programme for update").getResultList();
        return slots();
    }

    Slots slots() {
        return new Slots(
                company.required().configuredCap(),
                byAccounts(),
                team.hardLimit(),
                designations.held());
    }

    private int byAccounts() {
        var active =
                (Number)
                        entities.createNativeQuery(
                                        "select count(*) from accounts where status = 'ACTIVE'")
                                .getSingleResult();
        var share = rules.slotShare().multiply(BigDecimal.valueOf(active.longValue())).intValue();
        return Math.max(rules.leastSlots(), share);
    }
}
