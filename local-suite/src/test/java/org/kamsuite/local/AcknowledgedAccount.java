package org.kamsuite.local;

import java.math.BigDecimal;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/// What a writer knows of an account from nothing but the answers to its own changes.
final class AcknowledgedAccount {

    private final String id;
    private final String centre;
    private final Map<UUID, BigDecimal> revenueLines = new ConcurrentHashMap<>();
    private final Map<UUID, BigDecimal> holdings = new ConcurrentHashMap<>();
    private final AtomicLong changes;

    AcknowledgedAccount(String id, String centre, long changes) {
        this.id = id;
        this.centre = centre;
        this.changes = new AtomicLong(changes);
    }

    /// What is known at this moment, which later changes do not touch.
    AcknowledgedAccount copy() {
        var copy = new AcknowledgedAccount(id, centre, changes.get());
        copy.revenueLines.putAll(revenueLines);
        copy.holdings.putAll(holdings);
        return copy;
    }

    String id() {
        return id;
    }

    String centre() {
        return centre;
    }

    void revenueLine(UUID line, BigDecimal amount) {
        revenueLines.put(line, amount);
        changes.incrementAndGet();
    }

    void holding(UUID holding, BigDecimal annualValue) {
        holdings.put(holding, annualValue);
        changes.incrementAndGet();
    }

    void removed(UUID line) {
        revenueLines.remove(line);
        changes.incrementAndGet();
    }

    Map<UUID, BigDecimal> revenueLines() {
        return revenueLines;
    }

    Map<UUID, BigDecimal> holdings() {
        return holdings;
    }

    /// The sequence that the account has if each acknowledged change took effect exactly once.
    long sequence() {
        return changes.get();
    }

    static BigDecimal sum(Map<UUID, BigDecimal> amounts) {
        return amounts.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
