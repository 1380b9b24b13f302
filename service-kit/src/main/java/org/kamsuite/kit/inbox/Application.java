package org.kamsuite.kit.inbox;

import static java.util.function.Function.identity;
import static java.util.stream.Collectors.toMap;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Set;

/// Applies decoded records of one topic in the transaction of the caller.
final class Application<T> {

    private final Projection<T> projection;
    private final InboxVersions versions;

    Application(Projection<T> projection, InboxVersions versions) {
        this.projection = projection;
        this.versions = versions;
    }

    /// Applies what is newer than all before and answers the keys it concerned.
    Set<String> apply(Connection connection, Collection<Arrival<T>> arrivals) throws SQLException {
        var newest =
                arrivals.stream()
                        .collect(
                                toMap(
                                        Arrival::key,
                                        identity(),
                                        Arrival::newer,
                                        LinkedHashMap::new));
        if (newest.isEmpty()) {
            return Set.of();
        }
        var newer = versions.advance(connection, projection.topic(), newest.values());
        var replaced = new ArrayList<Received<T>>();
        var removed = new ArrayList<String>();
        for (var arrival : newest.values()) {
            if (newer.contains(arrival.key())) {
                sort(arrival, replaced, removed);
            }
        }
        if (!replaced.isEmpty()) {
            projection.replace(connection, replaced);
        }
        if (!removed.isEmpty()) {
            projection.remove(connection, removed);
        }
        return newer;
    }

    private void sort(Arrival<T> arrival, List<Received<T>> replaced, List<String> removed) {
        var payload = arrival.payload();
        if (payload == null) {
            removed.add(arrival.key());
        } else {
            var event = arrival.event();
            replaced.add(
                    new Received<>(
                            arrival.key(), event.epoch(), event.sequence(), event.time(), payload));
        }
    }
}
