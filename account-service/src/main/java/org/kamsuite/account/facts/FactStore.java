package org.kamsuite.account.facts;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.FlushModeType;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.time.Ids;

/// Stores facts without advancing their accounts: for those who write many and advance once.
@ApplicationScoped
@Transactional
public class FactStore {

    private final EntityManager entities;
    private final List<Recognition> recognitions;
    private final SheetRoom room;

    @Inject
    FactStore(EntityManager entities, @All List<Recognition> recognitions, SheetRoom room) {
        this.entities = entities;
        this.recognitions = recognitions;
        this.room = room;
    }

    /// Stores a fact. What is there already by another way is adopted, so that it is never there
    /// twice.
    public <T extends FactContent, F extends Fact<T>> F store(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        var known = recognised(account, content);
        if (known.isPresent()) {
            requireCentre(account, content);
            var fact = entities.find(kind, known.get());
            fact.adopt(provenance, content);
            // The next fact of the same batch may not adopt it again.
            entities.flush();
            room.require(account, content);
            return fact;
        }
        return insert(kind, account, provenance, content);
    }

    /// Stores a fact of which it is known that it is not there yet, without advancing the account.
    public <T extends FactContent, F extends Fact<T>> F insert(
            Class<F> kind, UUID account, Provenance provenance, T content) {
        requireCentre(account, content);
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

    Optional<UUID> recognised(UUID account, FactContent content) {
        return recognitions.stream()
                .flatMap(recognition -> recognition.known(account, content).stream())
                .findFirst();
    }

    /// Centres are written before what belongs to them: nothing has to be flushed to find them.
    private void requireCentre(UUID account, FactContent content) {
        if (content instanceof InCentre in && in.centreId() != null) {
            var found =
                    entities.createNativeQuery(
                                    "select 1 from buying_centres where account_id = ?1 and id = ?2")
                            .setParameter(1, account)
                            .setParameter(2, in.centreId())
                            .setFlushMode(FlushModeType.COMMIT)
                            .getResultList();
            if (found.isEmpty()) {
                throw new Invalid("/centreId", "The account has no buying centre " + in.centreId());
            }
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
}
