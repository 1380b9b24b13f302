package org.kamsuite.account.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.time.Ids;

/// Stores facts without advancing their accounts: for those who write many and advance once.
@ApplicationScoped
@Transactional
public class FactStore {

    /// The most facts of one kind that travel in a fact sheet.
    static final long MOST = 2_000;

    private final EntityManager entities;
    private final List<Recognition> recognitions;
    private final List<FactRule> rules;
    private final SheetRoom room;

    @Inject
    FactStore(
            EntityManager entities,
            @All List<Recognition> recognitions,
            @All List<FactRule> rules,
            SheetRoom room) {
        this.entities = entities;
        this.recognitions = recognitions;
        this.rules = rules;
        this.room = room;
    }

    /// Stores a fact of which it is known that it is not there yet, without advancing the account.
    public <T extends FactContent, F extends Fact<T>> F insert(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        var fact = persist(kind, account, provenance, content);
        room.require(account, content);
        return fact;
    }

    /// Rewrites a fact without advancing the account.
    public <T extends FactContent, F extends Fact<T>> void rewrite(
            F fact, Provenance provenance, T content) {
        change(fact, provenance, content);
        room.require(fact.accountId(), content);
    }

    /// Many facts of a kind, to be finished in the same transaction.
    public <T extends FactContent, F extends Fact<T>> Batch<T, F> batch(Class<F> kind) {
        return new Batch<>(kind);
    }

    private <T extends FactContent, F extends Fact<T>> F adoptOrPersist(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        var known = recognised(account, content);
        if (known.isEmpty()) {
            return persist(kind, account, provenance, content);
        }
        requirePlace(account, known.get(), content);
        var fact = entities.find(kind, known.get());
        fact.adopt(provenance, content);
        // The next fact of the same batch may not adopt it again.
        entities.flush();
        return fact;
    }

    private <T extends FactContent, F extends Fact<T>> F persist(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        requirePlace(account, null, content);
        F fact = fresh(kind);
        fact.record(provenance, account, Ids.next(), content);
        entities.persist(fact);
        return fact;
    }

    private <T extends FactContent> void change(Fact<T> fact, Provenance provenance, T content) {
        requirePlace(fact.accountId(), fact.id(), content);
        fact.rewrite(provenance, content);
    }

    /// Whether one more fact fits into the fact sheet of the account: for writers that must not
    /// fail.
    public boolean hasRoomFor(UUID account, FactContent content) {
        return room.fits(account, content);
    }

    Optional<UUID> recognised(UUID account, FactContent content) {
        return recognitions.stream()
                .flatMap(recognition -> recognition.known(account, content).stream())
                .findFirst();
    }

    private void requirePlace(UUID account, @Nullable UUID fact, FactContent content) {
        if (content instanceof InCentre in
                && in.centreId() != null
                && !has("buying_centres", account, in.centreId())) {
            throw new Invalid("/centreId", "The account has no buying centre " + in.centreId());
        }
        if (content instanceof UnderContract under
                && under.contractId() != null
                && !has("contracts", account, under.contractId())) {
            throw new Invalid("/contractId", "The account has no contract " + under.contractId());
        }
        rules.forEach(rule -> rule.require(account, fact, content));
    }

    /// Centres and contracts are written before what belongs to them: nothing has to be flushed to
    /// find them.
    private boolean has(String table, UUID account, UUID id) {
        return !entities.createNativeQuery(
                        "select 1 from " + table + " where account_id = ?1 and id = ?2")
                .setParameter(1, account)
                .setParameter(2, id)
                .setFlushMode(FlushModeType.COMMIT)
                .getResultList()
                .isEmpty();
    }

    /// Refuses more facts of a kind than an account may have; what is written is flushed before.
    public <F extends Fact<?>> void requireRoom(Class<F> kind, Collection<UUID> accounts) {
        if (accounts.isEmpty() || kind.isAnnotationPresent(Summed.class)) {
            return;
        }
        var full =
                entities.createQuery(
                                "select f.accountId from "
                                        + kind.getSimpleName()
                                        + " f where f.accountId in :accounts group by f.accountId"
                                        + " having count(f) > :most",
                                UUID.class)
                        .setParameter("accounts", accounts)
                        .setParameter("most", MOST)
                        .getResultList();
        if (!full.isEmpty()) {
            throw new Unprocessable(
                    "too-many-facts",
                    "An account has at most "
                            + MOST
                            + " facts of the kind "
                            + FactBook.words(kind));
        }
    }

    private static <F> F fresh(Class<F> kind) {
        try {
            var constructor = kind.getDeclaredConstructor();
            constructor.setAccessible(true);
            return constructor.newInstance();
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Every kind of fact can be made without arguments", e);
        }
    }

    /// Facts that are stored one by one, and whose room is looked for once, when all are there.
    public final class Batch<T extends FactContent, F extends Fact<T>> {

        private final Class<F> kind;
        private final Set<UUID> grown = new LinkedHashSet<>();
        private final Map<UUID, List<FactContent>> written = new LinkedHashMap<>();

        private Batch(Class<F> kind) {
            this.kind = kind;
        }

        /// Stores a fact. What is there already by another way is adopted, so that it is never
        /// there twice.
        public F store(UUID account, Provenance provenance, T content) {
            var fact = adoptOrPersist(kind, account, provenance, content);
            grown.add(account);
            note(account, content);
            return fact;
        }

        /// Rewrites a fact.
        public void rewrite(F fact, Provenance provenance, T content) {
            change(fact, provenance, content);
            note(fact.accountId(), content);
        }

        private void note(UUID account, T content) {
            written.computeIfAbsent(account, key -> new ArrayList<>()).add(content);
        }

        /// Writes all, and refuses more than the accounts may have.
        public void finish() {
            entities.flush();
            requireRoom(kind, grown);
            room.require(written);
        }
    }
}
