package org.kamsuite.kit.health;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.kamsuite.kit.outbox.Relay;

/// What waits in the database, as gauges: rows and age of the outbox and of the stale marks.
@ApplicationScoped
class Backlog {

    private final DataSource database;
    private final Relay relay;
    private final MeterRegistry metrics;

    @Inject
    Backlog(DataSource database, Relay relay, MeterRegistry metrics) {
        this.database = database;
        this.relay = relay;
        this.metrics = metrics;
    }

    void register(@Observes StartupEvent start) {
        gauge(
                "kam.outbox.rows",
                "Rows that are still to be published",
                "select count(*) from outbox");
        gauge(
                "kam.outbox.age.seconds",
                "Age of the oldest row that is still to be published",
                "select coalesce(extract(epoch from clock_timestamp() - min(filed_at)), 0) from outbox");
        gauge(
                "kam.stale.rows",
                "Marks that are still to be worked on",
                "select count(*) from stale_marks");
        gauge(
                "kam.stale.age.seconds",
                "Age of the oldest mark that is still to be worked on",
                "select coalesce(extract(epoch from clock_timestamp() - min(marked_at)), 0) from stale_marks");
        gauge(
                "kam.stale.failing",
                "Marks whose computation has failed at least once",
                "select count(*) from stale_marks where attempts > 0");
        metrics.gauge("kam.relay.leading", relay, leader -> leader.leading() ? 1 : 0);
    }

    private void gauge(String name, String description, String sql) {
        DatabaseGauge.register(metrics, database, name, description, sql);
    }
}
