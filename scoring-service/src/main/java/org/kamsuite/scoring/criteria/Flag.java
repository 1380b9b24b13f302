package org.kamsuite.scoring.criteria;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a reader of a score should know beside it.
@Schema(
        name = "ScoreFlag",
        description =
                "UNPROFITABLE its lifetime value is a loss; MARGIN_ESTIMATED its margin is that of its segment; OVER_SERVED it takes more time than its share of revenue; DEMANDING_UNPROFITABLE it wants customised services and earns nothing; INSOLVENT it is; SHRINKING its headcount or its revenue is; NEEDS_REVIEW two raters are far apart; SINGLE_THREADED the relationship hangs on one person")
public enum Flag {
    UNPROFITABLE,
    MARGIN_ESTIMATED,
    OVER_SERVED,
    DEMANDING_UNPROFITABLE,
    INSOLVENT,
    SHRINKING,
    NEEDS_REVIEW,
    SINGLE_THREADED
}
