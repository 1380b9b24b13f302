package org.kamsuite.kit.daily;

import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.runtime.ShutdownEvent;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import javax.sql.DataSource;
import org.jboss.logging.Logger;
import org.kamsuite.kit.inbox.FirstLoads;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.CompanyZone;

/// Runs every daily task once per business day over all replicas: whoever inserts the day's row
/// runs it.
@ApplicationScoped
public class DailyRun {

    private static final Logger LOG = Logger.getLogger(DailyRun.class);
    private static final Duration EVERY = Duration.ofSeconds(5);
    private static final int TRANSACTION_SECONDS = 3600;

    private final DataSource database;
    private final FirstLoads firstLoads;
    private final BusinessClock clock;
    private final StaleWorker worker;
    private final List<DailyTask> tasks;
    private final List<CompanyZone> zones;
    private final MeterRegistry metrics;
    private final CountDownLatch stopped = new CountDownLatch(1);
    private final Thread thread = Thread.ofPlatform().name("daily-run").unstarted(this::run);

    @Inject
    DailyRun(
            DataSource database,
            FirstLoads firstLoads,
            BusinessClock clock,
            StaleWorker worker,
            @All List<DailyTask> tasks,
            @All List<CompanyZone> zones,
            MeterRegistry metrics) {
        this.database = database;
        this.firstLoads = firstLoads;
        this.clock = clock;
        this.worker = worker;
        this.tasks = tasks;
        this.zones = zones;
        this.metrics = metrics;
    }

    void start(@Observes @Priority(4500) StartupEvent start) {
        thread.start();
    }

    void stop(@Observes @Priority(60) ShutdownEvent shutdown) throws InterruptedException {
        stopped.countDown();
        thread.join(Duration.ofSeconds(10));
    }

    public boolean alive() {
        return thread.isAlive();
    }

    private void run() {
        LocalDate done = null;
        try {
            do {
                recallTheZone();
                var today = clock.today();
                if (!today.equals(done) && attempt(today)) {
                    done = today;
                }
            } while (!stopped.await(EVERY.toMillis(), TimeUnit.MILLISECONDS));
        } catch (InterruptedException e) {
            LOG.debug("The daily run is interrupted to stop");
        }
    }

    private void recallTheZone() {
        try (var connection = database.getConnection()) {
            for (var zone : zones) {
                zone.zone(connection).ifPresent(clock::zone);
            }
        } catch (SQLException | RuntimeException e) {
            LOG.warnf("The company's zone could not be read: %s", e.getMessage());
        }
    }

    private boolean attempt(LocalDate day) {
        try {
            if (!firstLoads.complete()) {
                return false;
            }
            for (var task : tasks) {
                QuarkusTransaction.requiringNew()
                        .timeout(TRANSACTION_SECONDS)
                        .call(() -> once(task, day));
            }
            worker.wake();
            return true;
        } catch (SQLException | RuntimeException e) {
            metrics.counter("kam.daily.failures").increment();
            LOG.warnf(e, "The daily run of %s failed and is tried again", day);
            return false;
        }
    }

    private boolean once(DailyTask task, LocalDate day) throws SQLException {
        try (var connection = database.getConnection()) {
            try (var insert =
                    connection.prepareStatement(
                            """
                            insert into daily_runs (task, business_day)
                            values (?, ?)
                            on conflict (task, business_day) do nothing
                            """)) {
                insert.setString(1, task.name());
                insert.setObject(2, day);
                if (insert.executeUpdate() == 0) {
                    return false;
                }
            }
            task.run(day, connection);
            LOG.infof("Ran the daily task %s of %s", task.name(), day);
            return true;
        }
    }
}
