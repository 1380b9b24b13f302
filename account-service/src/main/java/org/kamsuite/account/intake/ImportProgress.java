package org.kamsuite.account.intake;

import static java.util.stream.Collectors.counting;
import static java.util.stream.Collectors.groupingBy;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.runtime.StartupEvent;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import javax.sql.DataSource;
import org.kamsuite.kit.health.DatabaseGauge;

/// How imports go on, as metrics: the rows that wait, and what became of the others.
@ApplicationScoped
class ImportProgress {

    private final MeterRegistry metrics;
    private final DataSource database;

    @Inject
    ImportProgress(MeterRegistry metrics, DataSource database) {
        this.metrics = metrics;
        this.database = database;
    }

    void register(@Observes StartupEvent start) {
        DatabaseGauge.register(
                metrics,
                database,
                "kam.import.waiting.rows",
                "Rows of imports that are still to be worked on",
                "select count(*) from import_rows where outcome is null");
    }

    /// Counts rows whose results are committed; rehearsed ones are counted as such.
    void settled(Job job, List<Result> results) {
        results.stream()
                .collect(groupingBy(Result::outcome, counting()))
                .forEach((outcome, rows) -> {
                    var name = job.dryRun() ? "rehearsed" : outcome.name();
                    metrics.counter(
                                    "kam.import.rows",
                                    "kind",
                                    job.kind(),
                                    "outcome",
                                    name.toLowerCase(Locale.ROOT))
                            .increment(rows);
                });
    }
}
