package org.kamsuite.kit.outbox;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.Collection;
import java.util.Map;

/// Reads the states that a service publishes on one compacted topic.
public interface StateSource {

    String topic();

    /// The current states of the keys, all from one snapshot; a key that is not in the answer gets
    /// a tombstone. Its sequence may begin again if its removal was filed with `Outbox.gone`.
    Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException;

    /// A query of one text column with every key there is, for republication.
    String allKeysSql();
}
