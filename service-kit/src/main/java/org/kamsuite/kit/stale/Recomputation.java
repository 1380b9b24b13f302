package org.kamsuite.kit.stale;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;

/// Computes anew what has become stale for some keys, inside the worker's transaction.
///
/// The connection, the entity manager and the outbox all belong to that transaction. Facts are read
/// inside it: each key is locked against other workers, so the last computation rests on the last
/// facts.
public interface Recomputation {

    String kind();

    /// What its keys are, as a column would be named: the log says it of a key that fails.
    default String keyColumn() {
        return "account_id";
    }

    void recompute(Connection connection, List<String> keys) throws Exception;

    /// Whether anything can be computed yet; until then the marks wait.
    default boolean ready(Connection connection) throws SQLException {
        return true;
    }

    /// Called about once a minute while nothing is stale: for what becomes stale with time.
    default void whenIdle(Connection connection) throws SQLException {}

    /// The most keys of one transaction.
    default int batch() {
        return 50;
    }
}
