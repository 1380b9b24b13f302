package org.kamsuite.account.manager;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.time.BusinessClock;

/// Sums what the accounts of a manager require: each the median of its last six full months, and a
/// key account at least the hours that the manager's role gives it. An account that is about to
/// change hands counts for both.
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
                    where e.account_id = carried.account_id
                        and e.worked_on < today.month
                        and e.worked_on >= today.month - interval '6 months'
                    group by 1
                ) worked on worked.month = (today.month - make_interval(months => back))::date
            )
            """;
    private static final String CARRIED =
            """
            select carried.manager_id, carried.account_id, carried.key, %s
            from (
                select manager_id, account_id, state in ('CONFIRMED', 'UNDER_REVIEW') as key
                from designations
                where manager_id = any (?)
                union
                select new_owner_id, account_id, false
                from designations
                where owner_changes_on is not null and new_owner_id = any (?)
            ) carried
            cross join (select ?::date as month) today
            """
                    .formatted(MEDIAN);
    private static final String MEASURED =
            """
            select carried.account_id, %s
            from unnest(?::uuid[]) as carried (account_id)
            cross join (select ?::date as month) today
            """
                    .formatted(MEDIAN);

    private final DataSource database;
    private final BusinessClock clock;
    private final ManagerConfig config;

    @Inject
    Loads(DataSource database, BusinessClock clock, ManagerConfig config) {
        this.database = database;
        this.clock = clock;
        this.config = config;
    }

    Workload of(Manager manager) {
        return of(List.of(manager)).getFirst();
    }

    /// The workloads of the managers, in their order.
    List<Workload> of(List<Manager> managers) {
        var carried = new HashMap<UUID, List<Workload.Account>>();
        var ids = managers.stream().map(Manager::id).toArray();
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(CARRIED)) {
            select.setArray(1, connection.createArrayOf("uuid", ids));
            select.setArray(2, connection.createArrayOf("uuid", ids));
            select.setObject(3, month());
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    carried.computeIfAbsent(
                                    rows.getObject(1, UUID.class), manager -> new ArrayList<>())
                            .add(
                                    new Workload.Account(
                                            rows.getObject(2, UUID.class),
                                            rows.getBoolean(3),
                                            rows.getBigDecimal(4)));
                }
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The load could not be read", e);
        }
        return managers.stream()
                .map(manager ->
                        new Workload(
                                manager.profile(),
                                config,
                                carried.getOrDefault(manager.id(), List.of())))
                .toList();
    }

    /// The accounts that the manager has now.
    List<UUID> accounts(UUID manager) {
        try (var connection = database.getConnection();
                var select =
                        connection.prepareStatement(
                                "select account_id from designations where manager_id = ?")) {
            select.setObject(1, manager);
            var accounts = new ArrayList<UUID>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    accounts.add(rows.getObject(1, UUID.class));
                }
            }
            return accounts;
        } catch (SQLException e) {
            throw new IllegalStateException("The accounts of a manager could not be read", e);
        }
    }

    /// The median hours a month that each account has taken lately.
    Map<UUID, BigDecimal> measured(Collection<UUID> accounts) {
        try (var connection = database.getConnection()) {
            return measured(connection, accounts);
        } catch (SQLException e) {
            throw new IllegalStateException("The measured hours could not be read", e);
        }
    }

    private Map<UUID, BigDecimal> measured(Connection connection, Collection<UUID> accounts)
            throws SQLException {
        try (var select = connection.prepareStatement(MEASURED)) {
            select.setArray(1, connection.createArrayOf("uuid", accounts.toArray()));
            select.setObject(2, month());
            var hours = new HashMap<UUID, BigDecimal>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    hours.put(rows.getObject(1, UUID.class), rows.getBigDecimal(2));
                }
            }
            return hours;
        }
    }

    private LocalDate month() {
        return clock.today().withDayOfMonth(1);
    }
}
