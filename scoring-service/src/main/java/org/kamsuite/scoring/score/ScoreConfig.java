package org.kamsuite.scoring.score;

import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Period;

/// How scores are kept.
@ConfigMapping(prefix = "kam.scores")
interface ScoreConfig {

    /// How long verdicts stay in the history; the present one of an account always does.
    @WithDefault("P5Y")
    Period keepHistory();
}
