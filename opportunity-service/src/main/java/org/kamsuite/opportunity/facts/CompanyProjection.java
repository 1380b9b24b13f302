package org.kamsuite.opportunity.facts;

import com.fasterxml.jackson.annotation.JsonIgnoreProperties;
import io.quarkus.runtime.StartupEvent;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kamsuite.kit.inbox.Projection;
import org.kamsuite.kit.inbox.Received;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.CompanyZone;

/// The company's settings.
@ApplicationScoped
class CompanyProjection implements Projection<CompanyProjection.Settings>, CompanyZone {

    private final BusinessClock clock;
    private final DataSource database;

    @Inject
    CompanyProjection(BusinessClock clock, DataSource database) {
        this.clock = clock;
        this.database = database;
    }

    /// After a restart no event tells the zone again.
    void recallTheZone(@Observes @Priority(2) StartupEvent start) throws SQLException {
        try (var connection = database.getConnection()) {
            applied(connection, List.of());
        }
    }

    @Override
    public String topic() {
        return "company";
    }

    @Override
    public String type() {
        return "org.kamsuite.company.settings.v1";
    }

    @Override
    public Class<Settings> payload() {
        return Settings.class;
    }

    @Override
    public List<String> tables() {
        return List.of("company");
    }

    @Override
    public String keyColumn() {
        return "key";
    }

    @Override
    public void replace(Connection connection, List<Received<Settings>> newest)
            throws SQLException {
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into company (key, currency, zone, fiscal_year_start_month)
                        values (?, ?, ?, ?)
                        on conflict (key) do update
                        set currency = excluded.currency,
                            zone = excluded.zone,
                            fiscal_year_start_month = excluded.fiscal_year_start_month
                        """)) {
            for (var received : newest) {
                upsert.setString(1, received.key());
                upsert.setString(2, received.payload().currency());
                upsert.setString(3, received.payload().zone());
                upsert.setInt(4, received.payload().fiscalYearStartMonth());
                upsert.addBatch();
            }
            upsert.executeBatch();
        }
    }

    @Override
    public void remove(Connection connection, Collection<String> keys) throws SQLException {
        try (var delete = connection.prepareStatement("delete from company where key = any (?)")) {
            delete.setArray(1, connection.createArrayOf("text", keys.toArray()));
            delete.executeUpdate();
        }
    }

    @Override
    public void applied(Connection connection, Collection<String> keys) throws SQLException {
        zone(connection).ifPresent(clock::zone);
    }

    @Override
    public Optional<ZoneId> zone(Connection connection) throws SQLException {
        try (var select = connection.createStatement();
                var rows = select.executeQuery("select zone from company")) {
            return rows.next() ? Optional.of(ZoneId.of(rows.getString(1))) : Optional.empty();
        }
    }

    /// The fields that are read.
    @JsonIgnoreProperties(ignoreUnknown = true)
    record Settings(String currency, String zone, int fiscalYearStartMonth) {}
}
