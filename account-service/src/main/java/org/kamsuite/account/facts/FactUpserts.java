package org.kamsuite.account.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence.Change;
import org.kamsuite.kit.problem.Conflict;

/// Takes over what other systems say, under the identifiers they give it; the newer word wins.
@ApplicationScoped
@Transactional
public class FactUpserts {

    private final EntityManager entities;
    private final FactStore store;
    private final AccountSequence sequence;

    @Inject
    FactUpserts(EntityManager entities, FactStore store, AccountSequence sequence) {
        this.entities = entities;
        this.store = store;
        this.sequence = sequence;
    }

    /// Takes over one fact, and advances its account if that has changed something.
    public <T extends FactContent, F extends Fact<T>> Upsert<F> upsert(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        sequence.lock(account);
        var before = known(kind, provenance).map(Fact::content).orElse(null);
        FactStore.Batch<T, F> batch = store.batch(kind);
        var upsert = take(kind, account, provenance, content, batch);
        if (upsert.outcome().changes()) {
            batch.finish();
            file(kind, upsert, provenance, before, content);
        }
        return upsert;
    }

    private void file(
            Class<?> kind,
            Upsert<?> upsert,
            Provenance provenance,
            @Nullable FactContent before,
            FactContent after) {
        var account = upsert.fact().accountId();
        var what = upsert.outcome() == Outcome.CREATED ? "-recorded" : "-changed";
        sequence.changed(
                new Change(
                        account,
                        sequence.advance(account),
                        FactBook.name(kind) + what,
                        provenance.by(),
                        upsert.fact().id(),
                        null,
                        before,
                        after));
    }

    private <T extends FactContent, F extends Fact<T>> Upsert<F> take(
            Class<F> kind,
            UUID account,
            Provenance provenance,
            T content,
            FactStore.Batch<T, F> batch) {
        var known = known(kind, provenance);
        if (known.isEmpty()) {
            return new Upsert<>(batch.store(account, provenance, content), Outcome.CREATED);
        }
        var fact = known.get();
        requireSameAccount(fact, account);
        if (!fact.isNews(provenance)) {
            return new Upsert<>(fact, Outcome.STALE);
        }
        fact.heardAt(provenance);
        if (Sameness.of(fact.content(), content)) {
            return new Upsert<>(fact, Outcome.UNCHANGED);
        }
        batch.rewrite(fact, provenance, content);
        return new Upsert<>(fact, Outcome.UPDATED);
    }

    private <F extends Fact<?>> Optional<F> known(Class<F> kind, Provenance provenance) {
        return entities.createQuery(
                        "select f from "
                                + kind.getSimpleName()
                                + " f where f.sourceSystem = :system and f.sourceId = :id",
                        kind)
                .setParameter("system", provenance.system())
                .setParameter("id", provenance.sourceId())
                .getResultStream()
                .findFirst();
    }

    private static void requireSameAccount(Fact<?> fact, UUID account) {
        if (!fact.accountId().equals(account)) {
            throw new Conflict(
                    "external-id-taken",
                    "The external id belongs to another account",
                    fact.sourceSystem()
                            + "/"
                            + fact.sourceId()
                            + " already names a fact of the account "
                            + fact.accountId());
        }
    }

    /// A fact and what an upsert did to it.
    public record Upsert<F extends Fact<?>>(F fact, Outcome outcome) {}

    /// What an upsert did.
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        STALE;

        public boolean changes() {
            return this == CREATED || this == UPDATED;
        }
    }
}
