package org.kamsuite.opportunity.detection;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.quarkus.runtime.Startup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.stale.Recomputation;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.opportunity.catalogue.Catalogue;
import org.kamsuite.opportunity.facts.Facts;
import org.kamsuite.opportunity.frame.PeerFrame;
import org.kamsuite.opportunity.frame.PeerFrames;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.rules.WhiteSpaceConfig;
import org.kamsuite.opportunity.whitespace.Matrix;
import org.kamsuite.opportunity.whitespace.WhiteSpace;

/// Computes totals and recommendations anew when what they rest on has changed.
@Startup
@ApplicationScoped
class WhiteSpaceRecomputation implements Recomputation {

    static final String TOPIC = "white-space";

    private final Facts facts;
    private final Catalogue catalogue;
    private final WhiteSpace whiteSpace;
    private final PeerFrames frames;
    private final Effort effort;
    private final Rules rules;
    private final Outbox outbox;
    private final Epoch epoch;
    private final BusinessClock clock;
    private final ObjectMapper json;

    @Inject
    WhiteSpaceRecomputation(
            Facts facts,
            Catalogue catalogue,
            WhiteSpace whiteSpace,
            PeerFrames frames,
            DetectionConfig config,
            WhiteSpaceConfig whiteSpaceConfig,
            Outbox outbox,
            Epoch epoch,
            BusinessClock clock,
            ObjectMapper json) {
        this.facts = facts;
        this.catalogue = catalogue;
        this.whiteSpace = whiteSpace;
        this.frames = frames;
        this.effort = new Effort(config.hours(), config.withoutSupporter());
        this.rules = Rules.of(whiteSpaceConfig);
        this.outbox = outbox;
        this.epoch = epoch;
        this.clock = clock;
        this.json = json;
    }

    @Override
    public String kind() {
        return "white-space";
    }

    @Override
    public boolean ready(Connection connection) throws SQLException {
        return facts.company(connection).isPresent();
    }

    /// The last of a first import comes in less than a minute after a frame.
    @Override
    public void whenIdle(Connection connection) throws SQLException {
        var _ = frames.current(connection);
    }

    @Override
    public void recompute(Connection connection, List<String> keys) throws SQLException {
        var today = clock.today();
        var products = catalogue.all(connection);
        var frame = frames.current(connection);
        var peers = frames.lookup(connection, Optional.of(frame));
        var due = new ArrayList<String>();
        var gone = new ArrayList<String>();
        for (var key : keys) {
            var account = UUID.fromString(key);
            // First the version: a newer sheet may come in between, but never an older one.
            var version = facts.version(connection, account);
            var matrix = whiteSpace.matrix(connection, account, products, peers, today);
            if (matrix.isEmpty() || version.isEmpty()) {
                if (forget(connection, account)) {
                    gone.add(key);
                }
                continue;
            }
            var found =
                    new Detector(
                                    matrix.get(),
                                    products,
                                    facts.heldAround(connection, account, today),
                                    effort,
                                    rules)
                            .recommendations(account);
            replace(connection, account, found);
            if (store(connection, account, version.get(), frame, matrix.get(), found)) {
                due.add(key);
            }
        }
        outbox.states(TOPIC, due);
        outbox.gone(TOPIC, gone);
    }

    /// Takes the totals back; answers whether there were any. A sheet that has yet to come is not
    /// gone: a parent may be known by its children only.
    private static boolean forget(Connection connection, UUID account) throws SQLException {
        try (var recommendations =
                        connection.prepareStatement(
                                "delete from recommendations where account_id = ?");
                var totals =
                        connection.prepareStatement(
                                "delete from white_space_totals where account_id = ?")) {
            recommendations.setObject(1, account);
            recommendations.executeUpdate();
            totals.setObject(1, account);
            return totals.executeUpdate() > 0;
        }
    }

    private void replace(Connection connection, UUID account, List<Recommendation> found)
            throws SQLException {
        try (var delete =
                        connection.prepareStatement(
                                "delete from recommendations where account_id = ?");
                var insert =
                        connection.prepareStatement(
                                """
                                insert into recommendations (
                                    id, account_id, centre_id, product_code, offer_code, type,
                                    evidenced, held, priority, expected_value, value_per_hour,
                                    detail)
                                values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?::jsonb)
                                """)) {
            delete.setObject(1, account);
            delete.executeUpdate();
            for (var recommendation : found) {
                insert.setObject(1, recommendation.id());
                insert.setObject(2, account);
                insert.setObject(3, recommendation.centreId());
                insert.setString(4, recommendation.productCode());
                insert.setString(5, recommendation.offerCode());
                insert.setString(6, recommendation.type().name());
                insert.setBoolean(7, recommendation.evidenced());
                insert.setBoolean(8, recommendation.held());
                insert.setBigDecimal(9, recommendation.priority().total());
                insert.setBigDecimal(10, recommendation.expectedValue());
                insert.setBigDecimal(11, recommendation.valuePerHour());
                insert.setString(12, json.writeValueAsString(recommendation));
                insert.addBatch();
            }
            insert.executeBatch();
        } catch (JsonProcessingException e) {
            throw new IllegalStateException("A recommendation is JSON", e);
        }
    }

    /// Stores the totals; answers whether they, or the facts they rest on, are news.
    private boolean store(
            Connection connection,
            UUID account,
            Facts.Version version,
            PeerFrame frame,
            Matrix matrix,
            List<Recommendation> found)
            throws SQLException {
        ObjectNode totals = json.valueToTree(matrix.totals());
        totals.put("unknownProducts", matrix.unknownProductsCounted());
        totals.put("recommendations", found.size());
        totals.setAll(json.<ObjectNode>valueToTree(Prospects.of(found)));
        try (var upsert =
                connection.prepareStatement(
                        """
                        insert into white_space_totals as known (
                            account_id, epoch, version, facts_epoch, facts_sequence, totals, as_of,
                            peer_frame)
                        values (?, ?, 1, ?, ?, ?::jsonb, ?, ?)
                        on conflict (account_id) do update
                        set epoch = excluded.epoch,
                            version = known.version + 1,
                            facts_epoch = excluded.facts_epoch,
                            facts_sequence = excluded.facts_sequence,
                            totals = excluded.totals,
                            as_of = excluded.as_of,
                            peer_frame = excluded.peer_frame,
                            computed_at = excluded.computed_at
                        where (known.facts_epoch, known.facts_sequence, known.totals)
                            is distinct from
                            (excluded.facts_epoch, excluded.facts_sequence, excluded.totals)
                        """)) {
            upsert.setObject(1, account);
            upsert.setLong(2, epoch.current(connection));
            upsert.setLong(3, version.epoch());
            upsert.setLong(4, version.sequence());
            upsert.setString(5, totals.toString());
            upsert.setObject(6, matrix.asOf());
            upsert.setLong(7, frame.frame());
            return upsert.executeUpdate() > 0;
        }
    }
}
