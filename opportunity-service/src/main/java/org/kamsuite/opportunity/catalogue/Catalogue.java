package org.kamsuite.opportunity.catalogue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import javax.sql.DataSource;
import org.kamsuite.kit.outbox.AfterCommit;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.stale.StaleWorker;

/// Keeps the catalogue; a product that changes makes every matrix stale.
@ApplicationScoped
public class Catalogue {

    static final String TOPIC = "catalogue";
    private static final String SELECT =
            """
            select p.product_code, p.name, p.family_code, p.family_name, p.edition_of, p.life_cycle,
                p.value_mode, p.list_price, p.margin_rate, p.expected_units, p.sectors,
                (
                    select coalesce(jsonb_agg(jsonb_build_object(
                        'kind', e.kind, 'productCode', e.other_code, 'since', e.since)
                        order by e.kind, e.other_code), '[]')::text
                    from product_edges e
                    where e.product_code = p.product_code
                ),
                p.version
            from products p
            """;

    private final DataSource database;
    private final ObjectMapper json;
    private final Outbox outbox;
    private final Epoch epoch;
    private final StaleMarks marks;
    private final StaleWorker worker;
    private final AfterCommit afterCommit;
    private final Precondition precondition;

    @Inject
    Catalogue(
            DataSource database,
            ObjectMapper json,
            Outbox outbox,
            Epoch epoch,
            StaleMarks marks,
            StaleWorker worker,
            AfterCommit afterCommit,
            Precondition precondition) {
        this.database = database;
        this.json = json;
        this.outbox = outbox;
        this.epoch = epoch;
        this.marks = marks;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.precondition = precondition;
    }

    /// Adds or rewrites products.
    @Transactional
    public void write(List<Product> products) {
        try (var connection = database.getConnection()) {
            lock(connection);
            var now = epoch.current(connection);
            for (var product : products) {
                write(connection, product, now);
            }
            UpgradePaths.requireNoCircle(
                    connection, products.stream().map(Product::productCode).toList());
            marks.markAll(connection, "white-space", "select account_id::text from account_facts");
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue could not be written", e);
        }
        outbox.states(TOPIC, products.stream().map(Product::productCode).toList());
        afterCommit.run(StaleWorker.class, worker::wake);
    }

    /// Adds one product, or rewrites it under the condition of the request, which it must name.
    @Transactional
    public Entry write(Product product) {
        try (var connection = database.getConnection()) {
            lock(connection);
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue could not be locked", e);
        }
        find(product.productCode())
                .ifPresent(entry -> precondition.demand(Long.toString(entry.version())));
        write(List.of(product));
        return find(product.productCode()).orElseThrow();
    }

    /// One writer at a time: nobody decides on what another is about to change.
    private static void lock(Connection connection) throws SQLException {
        try (var lock = connection.createStatement()) {
            lock.execute("select pg_advisory_xact_lock(hashtextextended('catalogue', 0))");
        }
    }

    private void write(Connection connection, Product product, long now) throws SQLException {
        if (product.edges().stream()
                .anyMatch(edge -> edge.productCode().equals(product.productCode()))) {
            throw new Invalid("/edges", "A product has no path to itself");
        }
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into products as known (
                            product_code, name, family_code, family_name, edition_of, life_cycle,
                            value_mode, list_price, margin_rate, expected_units, sectors, version, epoch)
                        values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, 1, ?)
                        on conflict (product_code) do update
                        set name = excluded.name,
                            family_code = excluded.family_code,
                            family_name = excluded.family_name,
                            edition_of = excluded.edition_of,
                            life_cycle = excluded.life_cycle,
                            value_mode = excluded.value_mode,
                            list_price = excluded.list_price,
                            margin_rate = excluded.margin_rate,
                            expected_units = excluded.expected_units,
                            sectors = excluded.sectors,
                            version = known.version + 1,
                            epoch = excluded.epoch
                        """)) {
            upsert.setString(1, product.productCode());
            upsert.setString(2, product.name());
            upsert.setString(3, product.familyCode());
            upsert.setString(4, product.familyName());
            upsert.setString(5, product.editionOf());
            upsert.setString(6, product.lifeCycle().name());
            upsert.setString(7, product.valueMode().name());
            upsert.setBigDecimal(8, product.listPrice());
            upsert.setBigDecimal(9, product.marginRate());
            upsert.setBigDecimal(10, product.expectedUnits());
            upsert.setArray(11, connection.createArrayOf("text", product.sectors().toArray()));
            upsert.setLong(12, now);
            upsert.executeUpdate();
        }
        writeEdges(connection, product);
    }

    private static void writeEdges(Connection connection, Product product) throws SQLException {
        try (var delete =
                        connection.prepareStatement(
                                "delete from product_edges where product_code = ?");
                var insert =
                        connection.prepareStatement(
                                """
                                insert into product_edges (product_code, kind, other_code, since)
                                values (?, ?, ?, ?)
                                on conflict do nothing
                                """)) {
            delete.setString(1, product.productCode());
            delete.executeUpdate();
            for (var edge : product.edges()) {
                insert.setString(1, product.productCode());
                insert.setString(2, edge.kind().name());
                insert.setString(3, edge.productCode());
                insert.setObject(4, edge.since());
                insert.addBatch();
            }
            insert.executeBatch();
        }
    }

    public Optional<Entry> find(String code) {
        try (var connection = database.getConnection();
                var select = connection.prepareStatement(SELECT + "where p.product_code = ?")) {
            select.setString(1, code);
            try (var rows = select.executeQuery()) {
                return rows.next() ? Optional.of(entry(rows)) : Optional.empty();
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The catalogue could not be read", e);
        }
    }

    /// All products by their codes, in the order of family and code.
    public Map<String, Product> all(Connection connection) throws SQLException {
        try (var select =
                        connection.prepareStatement(
                                SELECT + "order by p.family_code, p.product_code");
                var rows = select.executeQuery()) {
            var all = new LinkedHashMap<String, Product>();
            while (rows.next()) {
                var product = entry(rows).product();
                all.put(product.productCode(), product);
            }
            return all;
        }
    }

    private Entry entry(ResultSet row) throws SQLException {
        try {
            return new Entry(
                    new Product(
                            row.getString(1),
                            row.getString(2),
                            row.getString(3),
                            row.getString(4),
                            row.getString(5),
                            Product.LifeCycle.valueOf(row.getString(6)),
                            Product.ValueMode.valueOf(row.getString(7)),
                            row.getBigDecimal(8),
                            row.getBigDecimal(9),
                            row.getBigDecimal(10),
                            List.of((String[]) row.getArray(11).getArray()),
                            json.readValue(
                                    row.getString(12), new TypeReference<List<Product.Edge>>() {})),
                    row.getLong(13));
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("The edges of a product are JSON", e);
        }
    }

    /// A product and its version.
    public record Entry(Product product, long version) {}
}
