package org.kamsuite.account.stakeholder;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.FactRule;
import org.kamsuite.kit.problem.Invalid;

/// A relation is between stakeholders of the account and managers that there are, and who reports
/// to whom is a tree.
@ApplicationScoped
class RelationRule implements FactRule {

    /// No fact has this identifier.
    private static final UUID NONE = new UUID(0, 0);

    private static final String OTHER_SUPERIOR =
            """
            select 1
            from stakeholder_relations
            where type = 'REPORTS_TO' and stakeholder_id = ?1 and id <> ?2
            """;

    /// Whether ?1 is, or stands above, ?3.
    private static final String ABOVE =
            """
            with recursive above (id) as (
                select cast(?3 as uuid)
                union
                select r.other_stakeholder_id
                from stakeholder_relations r
                join above on r.stakeholder_id = above.id
                where r.type = 'REPORTS_TO' and r.id <> ?2
            )
            select 1 from above where id = ?1
            """;

    private final EntityManager entities;

    @Inject
    RelationRule(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void require(UUID account, @Nullable UUID fact, FactContent content) {
        if (content instanceof StakeholderRelation relation) {
            requirePeople(account, relation);
            var superior = relation.otherStakeholderId();
            if (relation.type() == StakeholderRelation.Type.REPORTS_TO && superior != null) {
                requireTree(fact == null ? NONE : fact, relation.stakeholderId(), superior);
            }
        }
    }

    private void requirePeople(UUID account, StakeholderRelation relation) {
        requireStakeholder(account, "/stakeholderId", relation.stakeholderId());
        var other = relation.otherStakeholderId();
        if (other != null) {
            requireStakeholder(account, "/otherStakeholderId", other);
        }
        var manager = relation.managerId();
        if (manager != null && !isThere("select 1 from managers where id = ?1", manager)) {
            throw new Invalid("/managerId", "There is no manager " + manager);
        }
    }

    private void requireStakeholder(UUID account, String pointer, UUID id) {
        if (!isThere("select 1 from stakeholders where id = ?1 and account_id = ?2", id, account)) {
            throw new Invalid(pointer, "The account has no stakeholder " + id);
        }
    }

    /// People are written before their relations: nothing has to be flushed to find them.
    private boolean isThere(String sql, UUID... ids) {
        var query = entities.createNativeQuery(sql).setFlushMode(FlushModeType.COMMIT);
        for (var place = 0; place < ids.length; place++) {
            query.setParameter(place + 1, ids[place]);
        }
        return !query.getResultList().isEmpty();
    }

    private void requireTree(UUID fact, UUID who, UUID superior) {
        if (!entities.createNativeQuery(OTHER_SUPERIOR)
                .setParameter(1, who)
                .setParameter(2, fact)
                .getResultList()
                .isEmpty()) {
            throw new ReportingLine("The stakeholder " + who + " reports to somebody already");
        }
        if (!entities.createNativeQuery(ABOVE)
                .setParameter(1, who)
                .setParameter(2, fact)
                .setParameter(3, superior)
                .getResultList()
                .isEmpty()) {
            throw new ReportingLine(
                    "The stakeholder " + superior + " reports to " + who + ", perhaps by others");
        }
    }
}
