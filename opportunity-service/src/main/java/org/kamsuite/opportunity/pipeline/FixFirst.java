package org.kamsuite.opportunity.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.stale.Recomputation;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.opportunity.facts.Facts;

/// Holds open opportunities while a critical complaint is open, and lets them go when it is closed.
@ApplicationScoped
class FixFirst implements Recomputation {

    private final Facts facts;
    private final Outbox outbox;
    private final Epoch epoch;
    private final BusinessClock clock;

    @Inject
    FixFirst(Facts facts, Outbox outbox, Epoch epoch, BusinessClock clock) {
        this.facts = facts;
        this.outbox = outbox;
        this.epoch = epoch;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "fix-first";
    }

    @Override
    public void recompute(Connection connection, List<String> keys) throws SQLException {
        var today = clock.today();
        for (var key : keys) {
            var centres = openCentres(connection, UUID.fromString(key));
            if (!centres.isEmpty()) {
                look(connection, UUID.fromString(key), centres, today);
            }
        }
    }

    private void look(Connection connection, UUID account, Map<UUID, UUID> centres, LocalDate today)
            throws SQLException {
        var sheet = facts.sheet(connection, account);
        if (sheet.isEmpty()) {
            return;
        }
        try (var update =
                connection.prepareStatement(
                        """
                        update opportunities
                        set held = ?, version = version + 1, epoch = ?
                        where id = ?
                            and held <> ?
                            and state in ('HYPOTHESIS', 'QUALIFIED', 'PROPOSED')
                        """)) {
            for (var entry : centres.entrySet()) {
                var held = sheet.get().mustBeFixedFirst(entry.getValue(), today);
                update.setBoolean(1, held);
                update.setLong(2, epoch.current(connection));
                update.setObject(3, entry.getKey());
                update.setBoolean(4, held);
                if (update.executeUpdate() > 0) {
                    outbox.state(Pipeline.TOPIC, entry.getKey().toString());
                }
            }
        }
    }

    /// The centres of the account's open opportunities.
    private static Map<UUID, UUID> openCentres(Connection connection, UUID account)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select id, centre_id
                        from opportunities
                        where account_id = ? and state in ('HYPOTHESIS', 'QUALIFIED', 'PROPOSED')
                        order by id
                        """)) {
            select.setObject(1, account);
            var centres = new HashMap<UUID, UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    centres.put(rows.getObject(1, UUID.class), rows.getObject(2, UUID.class));
                }
            }
            return centres;
        }
    }
}
