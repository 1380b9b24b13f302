package org.kamsuite.account.designation;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.time.Ids;

/// Keeps every move of a designation, and tells other systems.
///
/// Of a designation the sheet tells only from when on the account counts for itself; whoever
/// changes that advances the account's sequence.
@ApplicationScoped
class Transitions {

    private final EntityManager entities;
    private final AccountSequence sequence;

    @Inject
    Transitions(EntityManager entities, AccountSequence sequence) {
        this.entities = entities;
        this.sequence = sequence;
    }

    void file(Transition move, Slots slots) {
        entities.flush();
        insert(move, slots);
        var after = new LinkedHashMap<String, @Nullable Object>();
        after.put("designation", move.to());
        after.put("reasonCode", move.reason());
        after.put("reason", move.decision().reason());
        after.put("scoreId", move.scoreId());
        if (move.demotion() != null && move.demotion().plan().inFavourOf() != null) {
            after.put("inFavourOf", move.demotion().plan().inFavourOf());
        }
        tell(
                move.account(),
                "designation-changed",
                move.decision().actor(),
                Map.of("designation", move.from()),
                after);
    }

    /// One statement: the running role changes no move that is filed.
    private void insert(Transition move, Slots slots) {
        var demotion = move.demotion();
        var plan = demotion == null ? null : demotion.plan();
        entities.createNativeQuery(
                        """
                        insert into designation_transitions (
                            id, account_id, from_state, to_state, actor, at, reason_code, reason,
                            score_id, model_version, slots, slots_held, proposed_by,
                            transition_plan, customer_message, former_owner_id, new_owner_id,
                            owner_changes_on, in_favour_of)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), cast(?9 as uuid),
                            cast(?10 as integer), ?11, ?12, cast(?13 as text), cast(?14 as text),
                            cast(?15 as text), cast(?16 as uuid), cast(?17 as uuid),
                            cast(?18 as date), cast(?19 as uuid))
                        """)
                .setParameter(1, Ids.next())
                .setParameter(2, move.account())
                .setParameter(3, move.from().name())
                .setParameter(4, move.to().name())
                .setParameter(5, move.decision().actor())
                .setParameter(6, move.decision().at())
                .setParameter(7, move.reason().name())
                .setParameter(8, move.decision().reason())
                .setParameter(9, text(move.scoreId()))
                .setParameter(10, text(move.modelVersion()))
                .setParameter(11, slots.total())
                .setParameter(12, slots.held())
                .setParameter(13, demotion == null ? null : demotion.proposedBy())
                .setParameter(14, plan == null ? null : plan.transitionPlan())
                .setParameter(15, plan == null ? null : plan.customerMessage())
                .setParameter(16, demotion == null ? null : text(demotion.former()))
                .setParameter(17, plan == null ? null : text(plan.newOwnerId()))
                .setParameter(18, demotion == null ? null : text(demotion.ownerChangesOn()))
                .setParameter(19, plan == null ? null : text(plan.inFavourOf()))
                .executeUpdate();
    }

    private static @Nullable String text(@Nullable Object value) {
        return value == null ? null : value.toString();
    }

    void tell(UUID account, String what, String actor, @Nullable Object before, Object after) {
        var number =
                (Number)
                        entities.createNativeQuery("select sequence from accounts where id = ?1")
                                .setParameter(1, account)
                                .getSingleResult();
        sequence.changed(
                new AccountSequence.Change(
                        account, number.longValue(), what, actor, before, after));
    }
}
