package org.kamsuite.account.designation;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Transactional;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/// Which cycle was closed last, and how many accounts it could not evaluate; written at once.
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class CycleRegister {

    private static final TypeReference<TreeMap<WaitReason, Integer>> COUNTS =
            new TypeReference<>() {};

    private final EntityManager entities;
    private final ObjectMapper json;

    @Inject
    CycleRegister(EntityManager entities, ObjectMapper json) {
        this.entities = entities;
        this.json = json;
    }

    /// Notes that the cycle closes on the day.
    void note(Cycle cycle, @Nullable LocalDate on) {
        entities.createNativeQuery(
                        "update programme set closed_cycle = ?1, closed_on = cast(?2 as date)")
                .setParameter(1, cycle.name())
                .setParameter(2, on == null ? null : on.toString())
                .executeUpdate();
    }

    void waiting(Map<WaitReason, Integer> counts) {
        try {
            entities.createNativeQuery("update programme set waiting = cast(?1 as jsonb)")
                    .setParameter(1, json.writeValueAsString(counts))
                    .executeUpdate();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("Numbers are written as JSON", e);
        }
    }

    @SuppressWarnings("unchecked")
    Optional<CycleClose.Closed> closed() {
        List<Object[]> rows =
                entities.createNativeQuery(
                                "select closed_cycle, cast(closed_on as text),"
                                        + " cast(waiting as text) from programme"
                                        + " where closed_cycle is not null")
                        .getResultList();
        return rows.stream()
                .findFirst()
                .map(row ->
                        new CycleClose.Closed(
                                (String) row[0],
                                row[1] == null ? null : LocalDate.parse((String) row[1]),
                                counts((String) row[2])));
    }

    private Map<WaitReason, Integer> counts(String written) {
        try {
            return json.readValue(written, COUNTS);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The counts of waiting accounts are unreadable", e);
        }
    }
}
