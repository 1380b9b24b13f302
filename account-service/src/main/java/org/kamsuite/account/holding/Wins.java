package org.kamsuite.account.holding;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.UUID;

/// What became of every win.
@ApplicationScoped
@Transactional
public class Wins {

    private final EntityManager entities;

    @Inject
    Wins(EntityManager entities) {
        this.entities = entities;
    }

    /// The wins of an account, the latest decision first.
    public List<Win> of(UUID account) {
        return entities.createQuery(
                        "select w from Win w where w.accountId = :account"
                                + " order by w.decidedAt desc, w.id.opportunityId",
                        Win.class)
                .setParameter("account", account)
                .getResultList();
    }

    boolean decided(Deal deal) {
        return entities.find(Win.class, new Win.Id(deal.opportunityId(), deal.winVersion()))
                != null;
    }

    /// The wins of an opportunity that still stand.
    List<Win> standing(UUID opportunity) {
        return entities.createQuery(
                        "select w from Win w where w.id.opportunityId = :opportunity"
                                + " and w.undoneAt is null",
                        Win.class)
                .setParameter("opportunity", opportunity)
                .getResultList();
    }

    void keep(Win win) {
        entities.persist(win);
        entities.flush();
    }
}
