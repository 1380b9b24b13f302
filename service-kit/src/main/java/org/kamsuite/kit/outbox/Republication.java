package org.kamsuite.kit.outbox;

import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.SQLException;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import javax.sql.DataSource;

/// Makes every current state due again, so that the topics can be rebuilt from this database.
@ApplicationScoped
public class Republication {

    private final DataSource database;
    private final List<StateSource> sources;
    private final Epoch epoch;
    private final AfterCommit afterCommit;
    private final Relay relay;

    @Inject
    Republication(
            DataSource database,
            @All List<StateSource> sources,
            Epoch epoch,
            AfterCommit afterCommit,
            Relay relay) {
        this.database = database;
        this.sources = sources;
        this.epoch = epoch;
        this.afterCommit = afterCommit;
        this.relay = relay;
    }

    /// Files every state of every topic this service writes.
    ///
    /// @param raiseEpoch after a restore: the restored history outranks the lost one
    /// @return the number of states by topic
    @Transactional
    public Map<String, Integer> start(boolean raiseEpoch) {
        var filed = new TreeMap<String, Integer>();
        try (var connection = database.getConnection()) {
            if (raiseEpoch) {
                epoch.raise(connection);
            }
            for (var source : sources) {
                try (var insert =
                        connection.prepareStatement(
                                "insert into outbox (topic, key) select ?, keys.* from ("
                                        + source.allKeysSql()
                                        + ") keys")) {
                    insert.setString(1, source.topic());
                    filed.put(source.topic(), insert.executeUpdate());
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The states could not be filed", e);
        }
        afterCommit.run(Relay.class, relay::wake);
        return filed;
    }
}
