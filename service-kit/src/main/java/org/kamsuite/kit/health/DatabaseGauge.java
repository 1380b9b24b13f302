package org.kamsuite.kit.health;

import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.MeterRegistry;
import java.sql.SQLException;
import java.time.Duration;
import java.util.function.Supplier;
import javax.sql.DataSource;

/// A number of the database, read at most once in five seconds however often it is asked for.
public final class DatabaseGauge implements Supplier<Number> {

    private static final Duration KEPT = Duration.ofSeconds(5);

    private final DataSource database;
    private final String sql;
    private double number = Double.NaN;
    private long readAt;

    private DatabaseGauge(DataSource database, String sql) {
        this.database = database;
        this.sql = sql;
    }

    /// Measures what the statement answers in its only row and column.
    public static void register(
            MeterRegistry metrics,
            DataSource database,
            String name,
            String description,
            String sql) {
        Gauge.builder(name, new DatabaseGauge(database, sql))
                .description(description)
                .register(metrics);
    }

    @Override
    public synchronized Number get() {
        var now = System.nanoTime();
        if (Double.isNaN(number) || now - readAt > KEPT.toNanos()) {
            number = read();
            readAt = now;
        }
        return number;
    }

    private double read() {
        try (var connection = database.getConnection();
                var select = connection.createStatement();
                var rows = select.executeQuery(sql)) {
            rows.next();
            return rows.getDouble(1);
        } catch (SQLException e) {
            return Double.NaN;
        }
    }
}
