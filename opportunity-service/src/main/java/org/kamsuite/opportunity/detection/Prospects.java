package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.Objects;

/// What the offers to an account are expected to bring together, and the hours of a key account
/// manager that they take.
///
/// Both are sums over the same offers: those that are sized and not held. An offer of unknown value
/// would otherwise count its hours against a value of zero.
///
/// @param expectedValue in the company's currency and year
record Prospects(BigDecimal expectedValue, BigDecimal estimatedHours) {

    static Prospects of(Collection<Recommendation> offers) {
        var counted =
                offers.stream()
                        .filter(offer -> !offer.held() && offer.expectedValue() != null)
                        .toList();
        return new Prospects(
                sum(
                        counted.stream()
                                .map(Recommendation::expectedValue)
                                .filter(Objects::nonNull)
                                .toList()),
                sum(counted.stream().map(Recommendation::estimatedHours).toList()));
    }

    private static BigDecimal sum(Collection<BigDecimal> numbers) {
        return numbers.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(4, RoundingMode.HALF_UP);
    }
}
