package org.kamsuite.account.sheet;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.SheetSize;
import org.kamsuite.kit.outbox.StateEvent;
import org.kamsuite.kit.outbox.StateSource;
import org.kamsuite.kit.outbox.States;

/// The fact sheets of accounts, as other services read them.
@ApplicationScoped
public class FactSheets implements StateSource, SheetSize {

    private final States states;
    private final String sql;

    @Inject
    FactSheets(States states) {
        this.states = states;
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
    public String type() {
        return "org.kamsuite.account.facts.v1";
    }

    @Override
    public String statesSql() {
        return sql;
    }

    public @Nullable StateEvent of(Connection connection, UUID account) throws SQLException {
        var key = account.toString();
        return states.read(connection, this, List.of(key)).get(key);
    }

    @Override
    public long bytesOf(Connection connection, UUID account) throws SQLException {
        var sheet = of(connection, account);
        return sheet == null || sheet.data() == null
                ? 0
                : sheet.data().toString().getBytes(StandardCharsets.UTF_8).length;
    }

    @Override
    public String allKeysSql() {
        return "select id::text from accounts";
    }
}
