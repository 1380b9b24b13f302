package org.kamsuite.account.manager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.time.BusinessClock;

/// Sums what the accounts of a manager require: each the median of its last six full months, and at
/// least the hours that every account takes.
@ApplicationScoped
class Loads {

    private static final String MEDIAN =
            """
            (
                select percentile_cont(0.5) within group (order by coalesce(worked.hours, 0))::numeric
                from generate_series(1, 6) as back
                left join (
                    select date_trunc('month', e.worked_on)::date as month, sum(e.hours) as hours
                    from service_efforts e
                    where e.account_id = %s
                    group by 1
                ) worked on worked.month = (?::date - make_interval(months => back))::date
            )
            """;
    private static final String CARRIED =
            "select count(*), coalesce(sum(greatest(?::numeric,"
                    + MEDIAN.formatted("d.account_id")
                    + ")), 0) from designations d where d.manager_id = ? and d.account_id <> ?";
    private static final String REQUIRED =
            "select greatest(?::numeric," + MEDIAN.formatted("?") + ")";

    private static final UUID NOBODY = new UUID(0, 0);

    private final DataSource database;
    private final BusinessClock clock;
    private final ManagerConfig config;

    @Inject
    Loads(DataSource database, BusinessClock clock, ManagerConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    Load of(Manager manager) {
        return without(manager, NOBODY);
    }

    /// What the manager would carry with the account.
    Load with(Manager manager, UUID account) {
        return without(manager, account).with(required(manager.profile(), account));
    }

    private Load without(Manager manager, UUID account) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CARRIED)) {
            select.setBigDecimal(1, manager.profile().hoursPerAccount());
            select.setObject(2, month());
            select.setObject(3, manager.id());
            select.setObject(4, account);
            try (var rows = select.executeQuery()) {
                rows.next();
                return Load.of(manager.profile(), config, rows.getInt(1), rows.getBigDecimal(2));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The load could not be read", e);
        }
    }

    private BigDecimal required(ManagerProfile profile, UUID account) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(REQUIRED)) {
            select.setBigDecimal(1, profile.hoursPerAccount());
            select.setObject(2, account);
            select.setObject(3, month());
            try (var rows = select.executeQuery()) {
                rows.next();
                return rows.getBigDecimal(1);
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The required hours could not be read", e);
        }
    }

    private LocalDate month() {
        return clock.today().withDayOfMonth(1);
    }
}
