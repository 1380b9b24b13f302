package org.kamsuite.opportunity.whitespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.sql.Array;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.kit.outbox.AfterCommit;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;
import org.kamsuite.opportunity.catalogue.Catalogue;
import org.kamsuite.opportunity.facts.Facts;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.facts.TeamRights;
import org.kamsuite.opportunity.wallet.WalletEstimate;

/// Keeps what people find out: who serves a need, and what is spent on it.
@ApplicationScoped
public class FindingBook {

    private final DataSource database;
    private final Facts facts;
    private final TeamRights rights;
    private final Catalogue catalogue;
    private final StaleMarks marks;
    private final StaleWorker worker;
    private final AfterCommit afterCommit;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    FindingBook(
            DataSource database,
            Facts facts,
            TeamRights rights,
            Catalogue catalogue,
            StaleMarks marks,
            StaleWorker worker,
            AfterCommit afterCommit,
            BusinessClock clock,
            Caller caller) {
        this.database = database;
        this.facts = facts;
        this.rights = rights;
        this.catalogue = catalogue;
        this.marks = marks;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.caller = caller;
    }

    /// Records an observation of a cell; the former ones stay as history.
    @Transactional
    public UUID observe(UUID account, Observation observation) {
        var id = Ids.next();
        try (var connection = database.getConnection()) {
            requireCentre(connection, account, observation.centreId());
            rights.require(connection, account, Roles.INTEGRATOR);
            requireProduct(observation.productCode());
            try (var insert =
                    connection.prepareStatement(
                            """
                            insert into supply_observations (
                                id, account_id, centre_id, product_code, supply, rival,
                                rival_renewal_on, rival_value, confidence, block_reason, review_on,
                                observed_on, recorded_by, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)) {
                insert.setObject(1, id);
                insert.setObject(2, account);
                insert.setObject(3, observation.centreId());
                insert.setString(4, observation.productCode());
                insert.setString(5, observation.supply().name());
                insert.setString(6, observation.rival());
                insert.setObject(7, observation.rivalRenewalOn());
                insert.setBigDecimal(8, observation.rivalValue());
                insert.setDouble(9, observation.confidence());
                insert.setString(10, observation.blockReason());
                insert.setObject(11, observation.reviewOn());
                insert.setObject(12, observation.observedOn());
                insert.setString(13, caller.name());
                insert.setTimestamp(14, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            stale(connection, account);
        } catch (SQLException e) {
            throw new IllegalStateException("The observation could not be recorded", e);
        }
        return id;
    }

    /// Records what the customer, or somebody of ours who asked, says it spends in a year.
    @Transactional
    public UUID state(
            UUID account,
            CellKey cell,
            BigDecimal annualValue,
            WalletEstimate.Basis basis,
            LocalDate statedOn) {
        var id = Ids.next();
        try (var connection = database.getConnection()) {
            requireCentre(connection, account, cell.centreId());
            rights.require(connection, account, Roles.INTEGRATOR);
            requireProduct(cell.productCode());
            try (var insert =
                    connection.prepareStatement(
                            """
                            insert into wallet_statements (
                                id, account_id, centre_id, product_code, annual_value, basis,
                                stated_on, recorded_by, recorded_at)
                            values (?, ?, ?, ?, ?, ?, ?, ?, ?)
                            """)) {
                insert.setObject(1, id);
                insert.setObject(2, account);
                insert.setObject(3, cell.centreId());
                insert.setString(4, cell.productCode());
                insert.setBigDecimal(5, annualValue);
                insert.setString(6, basis.name());
                insert.setObject(7, statedOn);
                insert.setString(8, caller.name());
                insert.setTimestamp(9, Timestamp.from(clock.instant()));
                insert.executeUpdate();
            }
            stale(connection, account);
        } catch (SQLException e) {
            throw new IllegalStateException("The wallet statement could not be recorded", e);
        }
        return id;
    }

    private void requireCentre(Connection connection, UUID account, UUID centre)
            throws SQLException {
        var own =
                facts.tree(connection, account).stream()
                        .filter(sheet -> sheet.accountId().equals(account))
                        .findFirst()
                        .orElseThrow(() -> new NotFound("account", account));
        if (own.centres().stream().noneMatch(found -> found.centreId().equals(centre))) {
            throw new Unprocessable(
                    "centre-unknown", "/centreId", "The account has no buying centre " + centre);
        }
    }

    private void requireProduct(String code) {
        if (catalogue.find(code).isEmpty()) {
            throw new Unprocessable(
                    "product-unknown", "/productCode", "The catalogue has no product " + code);
        }
    }

    private void stale(Connection connection, UUID account) throws SQLException {
        marks.mark(connection, "white-space", facts.upwards(connection, account));
        afterCommit.run(StaleWorker.class, worker::wake);
    }

    /// Everything found out about a tree.
    public MatrixBuilder.Findings of(Connection connection, List<Sheet> tree, LocalDate asOf)
            throws SQLException {
        var accounts =
                connection.createArrayOf("uuid", tree.stream().map(Sheet::accountId).toArray());
        return new MatrixBuilder.Findings(
                observations(connection, accounts), statements(connection, accounts, asOf));
    }

    private static List<Observation> observations(Connection connection, Array accounts)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select centre_id, product_code, supply, rival, rival_renewal_on, rival_value,
                            confidence, block_reason, review_on, observed_on, recorded_by
                        from supply_observations
                        where account_id = any (?)
                        order by observed_on, recorded_at, id
                        """)) {
            select.setArray(1, accounts);
            var observations = new ArrayList<Observation>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    observations.add(
                            new Observation(
                                    rows.getObject(1, UUID.class),
                                    rows.getString(2),
                                    Supply.valueOf(rows.getString(3)),
                                    rows.getString(4),
                                    rows.getObject(5, LocalDate.class),
                                    rows.getBigDecimal(6),
                                    rows.getDouble(7),
                                    rows.getString(8),
                                    rows.getObject(9, LocalDate.class),
                                    rows.getObject(10, LocalDate.class),
                                    rows.getString(11)));
                }
            }
            return observations;
        }
    }

    /// The newest statement of a cell by the first basis that there is one of: the customer's own
    /// before ours.
    private static Map<CellKey, WalletEstimate> statements(
            Connection connection, Array accounts, LocalDate asOf) throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select distinct on (centre_id, product_code)
                            centre_id, product_code, annual_value, basis, stated_on
                        from wallet_statements
                        where account_id = any (?) and stated_on <= ?
                        order by centre_id, product_code, array_position(?, basis),
                            stated_on desc, recorded_at desc
                        """)) {
            select.setArray(1, accounts);
            select.setObject(2, asOf);
            select.setArray(
                    3,
                    connection.createArrayOf(
                            "text",
                            Arrays.stream(WalletEstimate.Basis.values())
                                    .map(Enum::name)
                                    .toArray()));
            var statements = new HashMap<CellKey, WalletEstimate>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    statements.put(
                            new CellKey(rows.getObject(1, UUID.class), rows.getString(2)),
                            WalletEstimate.of(
                                    rows.getBigDecimal(3),
                                    WalletEstimate.Basis.valueOf(rows.getString(4)),
                                    rows.getObject(5, LocalDate.class)));
                }
            }
            return statements;
        }
    }
}
