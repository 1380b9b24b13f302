package org.kamsuite.scoring.criteria;

import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why an account is not recommended.
@Schema(
        name = "ScoreReasonCode",
        description =
                "VETO there is one; COVERAGE_TOO_LOW too little is known; TOTAL_BELOW_THRESHOLD the total does not reach the threshold; TOO_FEW_STRONG_CRITERIA it rests on too few criteria; not scored at all: NO_REVENUE it never bought, INACTIVE it has not bought for long")
public enum ReasonCode {
    VETO,
    COVERAGE_TOO_LOW,
    TOTAL_BELOW_THRESHOLD,
    TOO_FEW_STRONG_CRITERIA,
    NO_REVENUE,
    INACTIVE
}
