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
        var id = Ids.next();
        entities.createNativeQuery(
                        """
                        insert into designation_transitions (
                            id, account_id, from_state, to_state, actor, at, reason_code, reason,
                            score_id, model_version, slots, slots_held)
                        values (?1, ?2, ?3, ?4, ?5, ?6, ?7, cast(?8 as text), cast(?9 as uuid),
                            cast(?10 as integer), ?11, ?12)
                        """)
                .setParameter(1, id)
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
                .executeUpdate();
        if (move.demotion() != null) {
            keep(id, move.demotion());
        }
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

    private void keep(UUID transition, Demotion demotion) {
        entities.createNativeQuery(
                        """
                        update designation_transitions
                        set
                            proposed_by = ?2,
                            transition_plan = ?3,
                            customer_message = ?4,
                            former_owner_id = ?5,
                            new_owner_id = ?6,
                            owner_changes_on = ?7,
                            in_favour_of = cast(?8 as uuid)
                        where id = ?1
                        """)
                .setParameter(1, transition)
                .setParameter(2, demotion.proposedBy())
                .setParameter(3, demotion.plan().transitionPlan())
                .setParameter(4, demotion.plan().customerMessage())
                .setParameter(5, demotion.former())
                .setParameter(6, demotion.plan().newOwnerId())
                .setParameter(7, demotion.ownerChangesOn())
                .setParameter(8, text(demotion.plan().inFavourOf()))
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
