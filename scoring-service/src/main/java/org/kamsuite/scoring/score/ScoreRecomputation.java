package org.kamsuite.scoring.score;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.outbox.Outbox;
import org.kamsuite.kit.stale.Recomputation;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.scoring.facts.Facts;
import org.kamsuite.scoring.frame.ReferenceFrames;
import org.kamsuite.scoring.models.ScoringModels;

/// Scores accounts anew when what they rest on has changed; a verdict that says the same is not
/// published.
@ApplicationScoped
class ScoreRecomputation implements Recomputation {

    static final String TOPIC = "scores";

    private final Facts facts;
    private final ReferenceFrames frames;
    private final ScoringModels models;
    private final Scores scores;
    private final Outbox outbox;
    private final Epoch epoch;
    private final BusinessClock clock;

    @Inject
    ScoreRecomputation(
            Facts facts,
            ReferenceFrames frames,
            ScoringModels models,
            Scores scores,
            Outbox outbox,
            Epoch epoch,
            BusinessClock clock) {
        this.facts = facts;
        this.frames = frames;
        this.models = models;
        this.scores = scores;
        this.outbox = outbox;
        this.epoch = epoch;
        this.clock = clock;
    }

    @Override
    public String kind() {
        return "score";
    }

    @Override
    public boolean ready(Connection connection) throws SQLException {
        return facts.calendar(connection).isPresent();
    }

    /// The last of a first import comes in less than a minute after a frame.
    @Override
    public void whenIdle(Connection connection) throws SQLException {
        var _ = frames.current(connection);
    }

    @Override
    public void recompute(Connection connection, List<String> keys) throws SQLException {
        var today = clock.today();
        var calendar = facts.calendar(connection).orElseThrow();
        var scoring =
                new Scoring(
                        frames.current(connection),
                        models.published(connection),
                        calendar.cycleOf(today));
        var now = epoch.current(connection);
        var due = new ArrayList<String>();
        var gone = new ArrayList<String>();
        for (var key : keys) {
            switch (rescore(connection, scoring, UUID.fromString(key), now)) {
                case NEWS -> due.add(key);
                case GONE -> gone.add(key);
                case SAME -> {}
            }
        }
        outbox.states(TOPIC, due);
        outbox.gone(TOPIC, gone);
    }

    private Outcome rescore(Connection connection, Scoring scoring, UUID account, long now)
            throws SQLException {
        var former = scores.verdict(connection, account);
        // First the version: the tree may be newer than the verdict claims, but never older.
        var version = facts.version(connection, account);
        var tree = facts.tree(connection, account, clock.today());
        if (tree.isEmpty() || version.isEmpty()) {
            scores.remove(connection, account);
            return former.isPresent() ? Outcome.GONE : Outcome.SAME;
        }
        var score =
                scoring.score(
                        tree.get(),
                        version.get(),
                        facts.whiteSpace(connection, account),
                        former.map(Verdict::box).orElse(null));
        var same = former.filter(verdict -> verdict.saysTheSameAs(score.verdict()));
        var stored =
                same.map(verdict ->
                                new Scoring.Score(
                                        score.verdict()
                                                .computedAs(
                                                        verdict.scoreId(),
                                                        score.verdict().frame(),
                                                        score.verdict().asOf()),
                                        score.breakdown(),
                                        score.activeYears(),
                                        score.name()))
                        .orElse(score);
        scores.store(connection, stored, now, same.isEmpty());
        return same.isEmpty() ? Outcome.NEWS : Outcome.SAME;
    }

    /// What becomes of a score by computing it anew.
    private enum Outcome {
        NEWS,
        SAME,
        GONE
    }
}
