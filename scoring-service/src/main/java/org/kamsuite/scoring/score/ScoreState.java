package org.kamsuite.scoring.score;

import jakarta.enterprise.context.ApplicationScoped;
import org.kamsuite.kit.outbox.StateSource;

/// The verdicts as other services read them.
@ApplicationScoped
class ScoreState implements StateSource {

    @Override
    public String topic() {
        return ScoreRecomputation.TOPIC;
    }

    @Override
    public String type() {
        return "org.kamsuite.score.verdict.v1";
    }

    @Override
    public String statesSql() {
        return """
        select account_id::text, (select epoch from epochs), version, verdict::text
        from scores
        where account_id = any (?::uuid[])
        """;
    }

    @Override
    public String allKeysSql() {
        return "select account_id::text from scores";
    }
}
