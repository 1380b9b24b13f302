package org.kamsuite.kit.rebuild;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;
import org.kamsuite.kit.inbox.Inbox;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.KafkaConfig;
import org.kamsuite.kit.kafka.WholeTopic;
import org.kamsuite.kit.stale.StaleWorker;

/// Makes one projection again from its topic: loads the shadow tables beside the live ones, then
/// catches up and exchanges what differs in one transaction.
@ApplicationScoped
class ProjectionRebuild {

    private final Broker broker;
    private final KafkaConfig kafka;
    private final DataSource database;
    private final StaleWorker worker;

    @Inject
    ProjectionRebuild(Broker broker, KafkaConfig kafka, DataSource database, StaleWorker worker) {
        this.broker = broker;
        this.kafka = kafka;
        this.database = database;
        this.worker = worker;
    }

    /// Rebuilds and notes the outcome in the transaction of the exchange.
    void run(Inbox<?> inbox, RebuildRows.Running rebuild) throws SQLException {
        var shadow = new ShadowTables(inbox.projection());
        inTransaction(rebuild, shadow::empty);
        try (var topic = broker.wholeTopic(inbox.projection().topic())) {
            var records = load(inbox, shadow, topic, rebuild);
            inTransaction(
                    rebuild,
                    connection -> exchange(connection, inbox, shadow, topic, rebuild, records));
        }
        worker.wake();
    }

    /// Reads on until a pass finds no more than one poll: the rest is read while consumers are
    /// held.
    private long load(
            Inbox<?> inbox, ShadowTables shadow, WholeTopic topic, RebuildRows.Running rebuild)
            throws SQLException {
        var total = 0L;
        long pass;
        do {
            pass =
                    topic.readToEnd(poll ->
                            inTransaction(
                                    rebuild,
                                    connection -> {
                                        shadow.write(connection);
                                        inbox.load(connection, poll);
                                    }));
            total += pass;
        } while (pass > kafka.pollRecords());
        return total;
    }

    private static void exchange(
            Connection connection,
            Inbox<?> inbox,
            ShadowTables shadow,
            WholeTopic topic,
            RebuildRows.Running rebuild,
            long records)
            throws SQLException {
        shadow.holdConsumers(connection);
        shadow.write(connection);
        var last = topic.readToEnd(poll -> inbox.load(connection, poll));
        shadow.leave(connection);
        var differing = shadow.differing(connection);
        var wrong = shadow.wrong(connection);
        if (!differing.isEmpty()) {
            inbox.projection().exchanged(connection, differing);
        }
        shadow.exchange(connection);
        if (!differing.isEmpty()) {
            inbox.projection().exchanged(connection, differing);
        }
        shadow.empty(connection);
        RebuildRows.finished(connection, rebuild, Rebuild.State.SWAPPED, records + last, wrong);
    }

    /// Every transaction holds the rebuild, so that no two processes write the shadow tables.
    private void inTransaction(RebuildRows.Running rebuild, Work work) throws SQLException {
        try (var connection = database.getConnection()) {
            connection.setAutoCommit(false);
            try {
                RebuildRows.hold(connection, rebuild);
                work.run(connection);
                connection.commit();
            } catch (SQLException | RuntimeException e) {
                connection.rollback();
                throw e;
            } finally {
                connection.setAutoCommit(true);
            }
        }
    }

    private interface Work {
        void run(Connection connection) throws SQLException;
    }
}
