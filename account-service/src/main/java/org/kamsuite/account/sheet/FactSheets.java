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
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.SheetSize;
import org.kamsuite.kit.outbox.StateEvent;
import org.kamsuite.kit.outbox.StateSource;

/// Reads the fact sheets of accounts, many at a time, in one statement.
@ApplicationScoped
public class FactSheets implements StateSource, SheetSize {

    private static final String TYPE = "org.kamsuite.account.facts.v1";

    private final ObjectMapper json;
    private final String sql;

    @Inject
    FactSheets(ObjectMapper json) {
        this.json = json;
        this.sql = statement();
    }

    private static String statement() {
        try (var file = FactSheets.class.getResourceAsStream("/sheet/fact-sheet.sql")) {
            return new String(Objects.requireNonNull(file).readAllBytes(), StandardCharsets.UTF_8);
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
        try (var select = connection.prepareStatement(sql)) {
            select.setArray(1, connection.createArrayOf("text", keys.toArray()));
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

    @Override
    public long bytesOf(Connection connection, UUID account) throws SQLException {
        var state = read(connection, List.of(account.toString())).get(account.toString());
        return state == null || state.data() == null
                ? 0
                : state.data().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String allKeysSql() {
        return "select id::text from accounts";
    }
}
