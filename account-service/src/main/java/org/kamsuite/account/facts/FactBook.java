package org.kamsuite.account.facts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// Records, corrects and removes facts of any kind; each write takes the account's next sequence.
@ApplicationScoped
@Transactional
public class FactBook {

    private final EntityManager entities;
    private final AccountSequence sequence;
    private final BusinessClock clock;
    private final Caller caller;
    private final Precondition precondition;
    private final FactStore store;

    @Inject
    FactBook(
            EntityManager entities,
            AccountSequence sequence,
            BusinessClock clock,
            Caller caller,
            Precondition precondition,
            FactStore store) {
        this.entities = entities;
        this.sequence = sequence;
        this.clock = clock;
        this.caller = caller;
        this.precondition = precondition;
        this.store = store;
    }

    public <T extends FactContent, F extends Fact<T>> F add(
            Class<F> kind, UUID account, T content) {
        var provenance = Provenance.ours(caller.name(), clock.instant());
        var number = sequence.advance(account);
        store.recognised(account, content)
                .ifPresent(known -> {
                    throw new AlreadyRecorded(known);
                });
        var fact = store.insert(kind, account, provenance, content);
        entities.flush();
        store.requireRoom(kind, List.of(account));
        sequence.changed(
                new AccountSequence.Change(
                        account,
                        number,
                        name(kind) + "-recorded",
                        provenance.by(),
                        fact.id(),
                        null,
                        null,
                        content));
        return fact;
    }

    public <T extends FactContent, F extends Fact<T>> F replace(
            Class<F> kind, UUID account, UUID id, T content) {
        var number = sequence.advance(account);
        var fact = find(kind, account, id);
        precondition.require(Long.toString(fact.version()));
        var before = fact.content();
        if (content.keptBecause().isEmpty()) {
            requireFree(before);
        }
        store.rewrite(fact, Provenance.ours(caller.name(), clock.instant()), content);
        entities.flush();
        sequence.changed(
                new AccountSequence.Change(
                        account,
                        number,
                        name(kind) + "-changed",
                        caller.name(),
                        id,
                        null,
                        before,
                        content));
        return fact;
    }

    public <T extends FactContent, F extends Fact<T>> void remove(
            Class<F> kind, UUID account, UUID id) {
        var number = sequence.advance(account);
        var fact = find(kind, account, id);
        precondition.require(Long.toString(fact.version()));
        requireFree(fact.content());
        entities.remove(fact);
        entities.flush();
        sequence.changed(
                new AccountSequence.Change(
                        account,
                        number,
                        name(kind) + "-removed",
                        caller.name(),
                        id,
                        null,
                        fact.content(),
                        null));
    }

    public <F extends Fact<?>> F find(Class<F> kind, UUID account, UUID id) {
        var fact = entities.find(kind, id);
        if (fact == null || !fact.accountId().equals(account)) {
            throw new NotFound(words(kind), id);
        }
        return fact;
    }

    /// The facts with these identifiers.
    public <F extends Fact<?>> Map<UUID, F> all(Class<F> kind, Collection<UUID> ids) {
        if (ids.isEmpty()) {
            return Map.of();
        }
        return entities.createQuery(
                        "select f from " + kind.getSimpleName() + " f where f.id in :ids", kind)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(Fact::id, identity()));
    }

    private static void requireFree(FactContent content) {
        content.keptBecause()
                .ifPresent(reason -> {
                    throw new Conflict("fact-is-kept", "The fact has to stay", reason);
                });
    }

    /// Refuses an account that is not there.
    public void requireAccount(UUID account) {
        var found =
                entities.createNativeQuery("select 1 from accounts where id = ?1")
                        .setParameter(1, account)
                        .getResultList();
        if (found.isEmpty()) {
            throw new NotFound("account", account);
        }
    }

    /// The name of a kind in kebab case.
    public static String name(Class<?> kind) {
        return kind.getSimpleName()
                .replaceAll("Fact$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    static String words(Class<?> kind) {
        return name(kind).replace('-', ' ');
    }
}
