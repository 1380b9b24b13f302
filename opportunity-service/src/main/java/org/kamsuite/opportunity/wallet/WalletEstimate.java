package org.kamsuite.opportunity.wallet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.jspecify.annotations.Nullable;

/// What a centre may spend on a product in a year, in the company's currency, and how we know.
///
/// @param low a cautious estimate, never below what is spent with us
/// @param mid the wallet that white space is counted by
/// @param high a bold estimate
/// @param asOf the day that the basis is of
public record WalletEstimate(
        BigDecimal low, BigDecimal mid, BigDecimal high, Basis basis, LocalDate asOf) {

    /// An estimate that knows of one amount only.
    public static WalletEstimate of(BigDecimal amount, Basis basis, LocalDate asOf) {
        var exact = amount.setScale(4, RoundingMode.HALF_UP);
        return new WalletEstimate(exact, exact, exact, basis, asOf);
    }

    /// The equal part of each of some centres.
    public WalletEstimate dividedBy(int centres) {
        var number = BigDecimal.valueOf(centres);
        return new WalletEstimate(
                low.divide(number, 4, RoundingMode.HALF_UP),
                mid.divide(number, 4, RoundingMode.HALF_UP),
                high.divide(number, 4, RoundingMode.HALF_UP),
                basis,
                asOf);
    }

    /// The same, lifted to what is spent with us already.
    public WalletEstimate atLeast(BigDecimal current) {
        return new WalletEstimate(
                low.max(current), mid.max(current), high.max(current), basis, asOf);
    }

    /// The basis of an estimate, also of one that is not there.
    public static Basis basisOf(@Nullable WalletEstimate estimate) {
        return estimate == null ? Basis.UNSIZED : estimate.basis();
    }

    /// Where the estimate comes from; the first that is there is taken.
    @Schema(
            name = "WalletBasis",
            description =
                    "CUSTOMER_STATED the customer, a contract or a tender says so; SELLER_VALIDATED our own people corrected an estimate by interviews; PEER_QUANTILE what much-spending peers spend, by size; LIST_PRICE list price times the units usually bought; UNSIZED nothing is known to size it by")
    public enum Basis {
        /// The customer said so, or a contract or tender does.
        CUSTOMER_STATED,
        /// Our own people corrected a model's estimate by interviews.
        SELLER_VALIDATED,
        /// The 0.90 quantile of what peers spend, by size (IBM Systems Journal 46, 2007; KDD 2007).
        PEER_QUANTILE,
        /// The list price times the units usually bought.
        LIST_PRICE,
        /// Nothing is known to size it by.
        UNSIZED
    }
}
