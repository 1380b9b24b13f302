package org.kamsuite.kit.stale;

import java.sql.Connection;
import java.util.List;

/// Computes anew what has become stale for some keys, inside the worker's transaction.
///
/// The connection, the entity manager and the outbox all belong to that transaction. Facts are read
/// inside it: each key is locked against other workers, so the last computation rests on the last
/// facts.
public interface Recomputation {

    String kind();

    void recompute(Connection connection, List<String> keys) throws Exception;

    /// The most keys of one transaction.
    default int batch() {
        return 50;
    }
}
