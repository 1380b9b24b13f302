package org.kamsuite.account.sheet;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.Objects;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.outbox.StateEvent;
import org.kamsuite.kit.outbox.StateSource;
import org.kamsuite.kit.time.BusinessClock;

/// Reads the fact sheets of accounts, many at a time, in one statement.
@ApplicationScoped
public class FactSheets implements StateSource {

    private static final String TYPE = "org.kamsuite.account.facts.v1";
    private static final int MONTHS = 36;

    private final ObjectMapper json;
    private final BusinessClock clock;
    private final String sql;

    @Inject
    FactSheets(ObjectMapper json, BusinessClock clock) {
        this.json = json;
        this.clock = clock;
        this.sql = statement();
    }

    private static String statement() {
        try (var file = FactSheets.class.getResourceAsStream("/sheet/fact-sheet.sql")) {
            return new String(
                    Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    @Override
    public String topic() {
        return AccountSequence.SHEETS;
    }

    @Override
    public Map<String, StateEvent> read(Connection connection, Collection<String> keys)
            throws SQLException {
        var since = monthsFrom(clock.today());
        try (var select = connection.prepareStatement(sql)) {
            for (var place = 1; place <= 4; place++) {
                select.setObject(place, since);
            }
            select.setArray(5, connection.createArrayOf("text", keys.toArray()));
            var sheets = new HashMap<String, StateEvent>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    sheets.put(
                            rows.getString(1),
                            new StateEvent(
                                    TYPE,
                                    rows.getLong(2),
                                    rows.getLong(3),
                                    json.readTree(rows.getString(4))));
                }
            } catch (JsonProcessingException e) {
                throw new IllegalStateException("PostgreSQL writes JSON", e);
            }
            return sheets;
        }
    }

    /// Months are listed one by one from here on; what is older is summed.
    private static LocalDate monthsFrom(LocalDate today) {
        return today.withDayOfMonth(1).minusMonths(MONTHS);
    }

    @Override
    public String allKeysSql() {
        return "select id::text from accounts";
    }
}
