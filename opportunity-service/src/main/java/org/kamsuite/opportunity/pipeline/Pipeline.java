package org.kamsuite.opportunity.pipeline;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.outbox.AfterCommit;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.stale.StaleMarks;
import org.kamsuite.kit.stale.StaleWorker;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;
import org.kamsuite.opportunity.catalogue.Catalogue;
import org.kamsuite.opportunity.detection.Needs;
import org.kamsuite.opportunity.facts.Facts;
import org.kamsuite.opportunity.facts.FiscalYear;
import org.kamsuite.opportunity.facts.TeamRights;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.rules.WhiteSpaceConfig;

/// Takes up recommendations and moves opportunities to their end.
@ApplicationScoped
@Transactional
public class Pipeline {

    static final String TOPIC = "opportunities";

    private final Opportunities opportunities;
    private final DataSource database;
    private final Facts facts;
    private final TeamRights rights;
    private final Catalogue catalogue;
    private final Outbox outbox;
    private final Epoch epoch;
    private final StaleMarks marks;
    private final StaleWorker worker;
    private final AfterCommit afterCommit;
    private final BusinessClock clock;
    private final Caller caller;
    private final Precondition precondition;
    private final Rules rules;

    @Inject
    Pipeline(
            Opportunities opportunities,
            DataSource database,
            Facts facts,
            TeamRights rights,
            Catalogue catalogue,
            Outbox outbox,
            Epoch epoch,
            StaleMarks marks,
            StaleWorker worker,
            AfterCommit afterCommit,
            BusinessClock clock,
            Caller caller,
            Precondition precondition,
            WhiteSpaceConfig config) {
        this.opportunities = opportunities;
        this.database = database;
        this.facts = facts;
        this.rights = rights;
        this.catalogue = catalogue;
        this.outbox = outbox;
        this.epoch = epoch;
        this.marks = marks;
        this.worker = worker;
        this.afterCommit = afterCommit;
        this.clock = clock;
        this.caller = caller;
        this.precondition = precondition;
        this.rules = Rules.of(config);
    }

    /// Takes up a recommendation, or dismisses it.
    public Opportunity takeUp(UUID recommendation, Move move) {
        try (var connection = database.getConnection()) {
            var offer = offer(connection, recommendation);
            rights.require(connection, offer.accountId());
            forget(connection, recommendation);
            var opportunity = start(offer, State.HYPOTHESIS);
            opportunity.hold(mustBeFixedFirst(connection, opportunity));
            opportunity.move(
                    move, caller.name(), cooling(connection, opportunity), epoch.current());
            file(connection, opportunity, State.HYPOTHESIS, move);
            return opportunity;
        } catch (SQLException e) {
            throw new IllegalStateException("The recommendation could not be taken up", e);
        }
    }

    private static Opportunity.Offer offer(Connection connection, UUID recommendation)
            throws SQLException {
        try (var select =
                connection.prepareStatement(
                        """
                        select account_id, centre_id, offer_code, type, held, evidenced,
                            (detail ->> 'potential')::numeric, (detail ->> 'holdingId')::uuid
                        from recommendations
                        where id = ?
                        """)) {
            select.setObject(1, recommendation);
            try (var rows = select.executeQuery()) {
                if (!rows.next()) {
                    throw new NotFound("recommendation", recommendation);
                }
                return new Opportunity.Offer(
                        rows.getObject(1, UUID.class),
                        rows.getObject(2, UUID.class),
                        rows.getString(3),
                        rows.getString(4),
                        rows.getBoolean(5),
                        rows.getBoolean(6),
                        rows.getBigDecimal(7),
                        rows.getObject(8, UUID.class));
            }
        }
    }

    /// Opens an opportunity that somebody found without a recommendation; a hypothesis, unless the
    /// customer has confirmed the need.
    public Opportunity open(Opportunity.Offer offer) {
        try (var connection = database.getConnection()) {
            var known = facts.sheet(connection, offer.accountId());
            if (known.isEmpty()) {
                throw new Unprocessable(
                        "account-unknown",
                        "/accountId",
                        "No account " + offer.accountId() + " is known here");
            }
            rights.require(connection, offer.accountId());
            var product =
                    catalogue
                            .find(offer.productCode())
                            .map(Catalogue.Entry::product)
                            .orElseThrow(() ->
                                    new Unprocessable(
                                            "product-unknown",
                                            "/productCode",
                                            "The catalogue has no product " + offer.productCode()));
            if (known.get().centres().stream()
                    .noneMatch(centre -> centre.centreId().equals(offer.centreId()))) {
                throw new Unprocessable(
                        "centre-unknown",
                        "/centreId",
                        "The account has no buying centre " + offer.centreId());
            }
            var evidenced =
                    Needs.of(known.get(), offer.centreId(), product.familyCode(), clock.today())
                            .evidenced();
            var state = evidenced ? State.QUALIFIED : State.HYPOTHESIS;
            var opportunity = start(offer.evidenced(evidenced), state);
            opportunity.hold(mustBeFixedFirst(connection, opportunity));
            file(connection, opportunity, state, null);
            return opportunity;
        } catch (SQLException e) {
            throw new IllegalStateException("The opportunity could not be opened", e);
        }
    }

    private Opportunity start(Opportunity.Offer offer, State state) {
        var open =
                opportunities.count(
                        "accountId = ?1 and centreId = ?2 and productCode = ?3 and state in ?4",
                        offer.accountId(),
                        offer.centreId(),
                        offer.productCode(),
                        List.of(State.HYPOTHESIS, State.QUALIFIED, State.PROPOSED));
        if (open > 0) {
            throw new Conflict(
                    "already-pursued",
                    "The cell is being pursued",
                    "There is an open opportunity for "
                            + offer.productCode()
                            + " in the centre "
                            + offer.centreId());
        }
        var opportunity =
                new Opportunity(
                        Ids.next(), offer, state, caller.name(), clock.today(), epoch.current());
        opportunities.persist(opportunity);
        return opportunity;
    }

    /// Moves an opportunity to another state.
    public Opportunity move(UUID id, Move move) {
        var opportunity = opportunities.lockOf(id);
        precondition.require(opportunity.etag(booking(opportunity).orElse(null)));
        var from = opportunity.state();
        try (var connection = database.getConnection()) {
            rights.require(connection, opportunity.accountId());
            opportunity.hold(mustBeFixedFirst(connection, opportunity));
            opportunity.move(
                    move, caller.name(), cooling(connection, opportunity), epoch.current());
            file(connection, opportunity, from, move);
            return opportunity;
        } catch (SQLException e) {
            throw new IllegalStateException("The opportunity could not be moved", e);
        }
    }

    public Opportunity find(UUID id) {
        return opportunities.required(id);
    }

    /// What became of a win, or empty for what is not won.
    public Optional<Booking> booking(Opportunity opportunity) {
        if (opportunity.state() != State.WON) {
            return Optional.empty();
        }
        try (var connection = database.getConnection()) {
            return facts.sheet(connection, opportunity.accountId())
                    .map(sheet -> Booking.of(sheet, opportunity))
                    .or(() -> Optional.of(Booking.PENDING));
        } catch (SQLException e) {
            throw new IllegalStateException("The booking could not be read", e);
        }
    }

    private boolean mustBeFixedFirst(Connection connection, Opportunity opportunity)
            throws SQLException {
        return facts.sheet(connection, opportunity.accountId())
                .filter(sheet -> sheet.mustBeFixedFirst(opportunity.centreId(), clock.today()))
                .isPresent();
    }

    /// What is taken up is no longer recommended; the next computation says what else is.
    private static void forget(Connection connection, UUID recommendation) throws SQLException {
        try (var delete = connection.prepareStatement("delete from recommendations where id = ?")) {
            delete.setObject(1, recommendation);
            delete.executeUpdate();
        }
    }

    /// The customer has a new budget when the centre's year begins; where that is not known, when
    /// our own does.
    private Cooling cooling(Connection connection, Opportunity opportunity) throws SQLException {
        var ours =
                facts.company(connection)
                        .map(Facts.Company::fiscalYear)
                        .orElse(FiscalYear.CALENDAR);
        var year =
                facts.sheet(connection, opportunity.accountId())
                        .flatMap(sheet -> sheet.fiscalYear(opportunity.centreId()))
                        .orElse(ours);
        var today = clock.today();
        return new Cooling(rules, today, year.nextAfter(today));
    }

    /// Keeps the move, publishes the state and makes the matrix stale.
    private void file(
            Connection connection, Opportunity opportunity, State from, @Nullable Move move)
            throws SQLException {
        opportunities.flush();
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into opportunity_moves (
                            id, opportunity_id, from_state, to_state, reason_code, reason, actor, at)
                        values (?, ?, ?, ?, ?, ?, ?, ?)
                        """)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, opportunity.id());
            insert.setString(3, from.name());
            insert.setString(4, opportunity.state().name());
            insert.setString(5, opportunity.reasonCode());
            insert.setString(6, move == null ? null : move.reason());
            insert.setString(7, caller.name());
            insert.setTimestamp(8, Timestamp.from(clock.instant()));
            insert.executeUpdate();
        }
        outbox.state(TOPIC, opportunity.id().toString());
        marks.mark(
                connection,
                "white-space",
                new ArrayList<>(facts.upwards(connection, opportunity.accountId())));
        afterCommit.run(StaleWorker.class, worker::wake);
    }
}
