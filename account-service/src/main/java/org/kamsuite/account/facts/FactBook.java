package org.kamsuite.account.facts;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;

/// Records, corrects and removes facts of any kind; each write takes the account's next sequence.
@ApplicationScoped
@Transactional
public class FactBook {

    /// The most facts of one kind that travel in a fact sheet.
    static final int MOST = 2_000;

    private final EntityManager entities;
    private final AccountSequence sequence;
    private final BusinessClock clock;
    private final Caller caller;
    private final Precondition precondition;
    private final List<Recognition> recognitions;
    private final SheetRoom room;

    @Inject
    FactBook(
            EntityManager entities,
            AccountSequence sequence,
            BusinessClock clock,
            Caller caller,
            Precondition precondition,
            @All List<Recognition> recognitions,
            SheetRoom room) {
        this.entities = entities;
        this.sequence = sequence;
        this.clock = clock;
        this.caller = caller;
        this.precondition = precondition;
        this.recognitions = recognitions;
        this.room = room;
    }

    public <T extends FactContent, F extends Fact<T>> F add(
            Class<F> kind, UUID account, T content) {
        var provenance = new Provenance(caller.name(), clock.instant(), null, null);
        var number = sequence.advance(account);
        requireRoom(kind, account);
        recognised(account, content)
                .ifPresent(known -> {
                    throw new AlreadyRecorded(known);
                });
        requireCentre(account, content);
        var fact = insert(kind, account, provenance, content);
        entities.flush();
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

    /// Stores a fact without advancing the account: for writers of many facts at once. What is
    /// there already by another way is adopted, so that it is never there twice.
    public <T extends FactContent, F extends Fact<T>> F store(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        requireCentre(account, content);
        var known = recognised(account, content);
        if (known.isPresent()) {
            var fact = find(kind, account, known.get());
            fact.adopt(provenance, content);
            room.require(account, content);
            return fact;
        }
        return insert(kind, account, provenance, content);
    }

    /// Stores a fact of which it is known that it is not there yet, without advancing the account.
    public <T extends FactContent, F extends Fact<T>> F insert(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        F fact = fresh(kind);
        fact.record(provenance, account, Ids.next(), content);
        entities.persist(fact);
        room.require(account, content);
        return fact;
    }

    /// Rewrites a fact without advancing the account: for writers of many facts at once.
    public <T extends FactContent, F extends Fact<T>> void rewrite(
            F fact, Provenance provenance, T content) {
        requireCentre(fact.accountId(), content);
        fact.rewrite(provenance, content);
        room.require(fact.accountId(), content);
    }

    public <T extends FactContent, F extends Fact<T>> F replace(
            Class<F> kind, UUID account, UUID id, T content) {
        var number = sequence.advance(account);
        var fact = find(kind, account, id);
        precondition.require(Long.toString(fact.version()));
        requireCentre(account, content);
        var before = fact.content();
        if (content.keptBecause().isEmpty()) {
            requireFree(before);
        }
        fact.rewrite(new Provenance(caller.name(), clock.instant(), null, null), content);
        room.require(account, content);
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
        return entities.createQuery(
                        "select f from " + kind.getSimpleName() + " f where f.id in :ids", kind)
                .setParameter("ids", ids)
                .getResultStream()
                .collect(toMap(Fact::id, identity()));
    }

    private Optional<UUID> recognised(UUID account, FactContent content) {
        return recognitions.stream()
                .flatMap(recognition -> recognition.known(account, content).stream())
                .findFirst();
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

    private void requireCentre(UUID account, FactContent content) {
        if (content instanceof InCentre in && in.centreId() != null) {
            var found =
                    entities.createNativeQuery(
                                    "select 1 from buying_centres where account_id = ?1 and id = ?2")
                            .setParameter(1, account)
                            .setParameter(2, in.centreId())
                            .getResultList();
            if (found.isEmpty()) {
                throw new Invalid("/centreId", "The account has no buying centre " + in.centreId());
            }
        }
    }

    private <F extends Fact<?>> void requireRoom(Class<F> kind, UUID account) {
        if (kind.isAnnotationPresent(Summed.class)) {
            return;
        }
        var number =
                entities.createQuery(
                                "select count(f) from "
                                        + kind.getSimpleName()
                                        + " f where f.accountId = :account",
                                Long.class)
                        .setParameter("account", account)
                        .getSingleResult();
        if (number >= MOST) {
            throw new Unprocessable(
                    "too-many-facts",
                    "An account has at most " + MOST + " facts of the kind " + words(kind));
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

    private static String name(Class<?> kind) {
        return kind.getSimpleName()
                .replaceAll("Fact$", "")
                .replaceAll("(?<=[a-z])(?=[A-Z])", "-")
                .toLowerCase(Locale.ROOT);
    }

    private static String words(Class<?> kind) {
        return name(kind).replace('-', ' ');
    }
}
