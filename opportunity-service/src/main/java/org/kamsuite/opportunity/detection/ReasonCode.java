package org.kamsuite.opportunity.detection;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// Why something is recommended, and why each part of its priority is as large as it is.
@Schema(
        name = "RecommendationReasonCode",
        description =
                "The offer: BETTER_EDITION_OF_WHAT_IS_HELD, MORE_OF_WHAT_IS_HELD, RIVAL_RENEWAL_NEAR, HELD_ELSEWHERE_IN_THE_TREE, NEW_PRODUCT_IN_A_SERVED_CENTRE, NEW_PRODUCT_IN_A_NEW_CENTRE; its chance: ADOPTED_BY_PEERS, OFTEN_HELD_TOGETHER; its value: EXPECTED_VALUE, NOT_SIZED; the need: NEED_CONFIRMED, NEED_NOT_YET_CONFIRMED, NO_NEED_KNOWN; the fit: GOES_WITH_WHAT_IS_HELD, NOTHING_HELD_GOES_WITH_IT; the time: WINDOW_OPEN, GOAL_LATER, NO_WINDOW_KNOWN; whom to speak to: SUPPORTER_IN_THE_CENTRE, SUPPORTER_ELSEWHERE, INTRODUCTION_TO_A_DECIDER, NO_SUPPORTER_KNOWN; RENEWAL_RISK what we deliver may not be renewed")
enum ReasonCode {
    BETTER_EDITION_OF_WHAT_IS_HELD,
    MORE_OF_WHAT_IS_HELD,
    RIVAL_RENEWAL_NEAR,
    HELD_ELSEWHERE_IN_THE_TREE,
    NEW_PRODUCT_IN_A_SERVED_CENTRE,
    NEW_PRODUCT_IN_A_NEW_CENTRE,
    ADOPTED_BY_PEERS,
    OFTEN_HELD_TOGETHER,
    EXPECTED_VALUE,
    NOT_SIZED,
    NEED_CONFIRMED,
    NEED_NOT_YET_CONFIRMED,
    NO_NEED_KNOWN,
    GOES_WITH_WHAT_IS_HELD,
    NOTHING_HELD_GOES_WITH_IT,
    WINDOW_OPEN,
    GOAL_LATER,
    NO_WINDOW_KNOWN,
    SUPPORTER_IN_THE_CENTRE,
    SUPPORTER_ELSEWHERE,
    INTRODUCTION_TO_A_DECIDER,
    NO_SUPPORTER_KNOWN,
    RENEWAL_RISK;

    /// The codes that tell how people stand to us.
    static final Set<String> ON_PEOPLE =
            Stream.of(
                            SUPPORTER_IN_THE_CENTRE,
                            SUPPORTER_ELSEWHERE,
                            INTRODUCTION_TO_A_DECIDER,
                            NO_SUPPORTER_KNOWN)
                    .map(Enum::name)
                    .collect(Collectors.toUnmodifiableSet());
}
