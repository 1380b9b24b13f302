package org.kamsuite.opportunity.wallet;

import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/// What a centre may spend on a product in a year, in the company's currency, and how we know.
public record WalletEstimate(BigDecimal amount, Basis basis) {

    /// Where the estimate comes from; the first that is there is taken.
    @Schema(
            name = "WalletBasis",
            description =
                    "CUSTOMER_STATED the customer, a contract or a tender says so; SELLER_VALIDATED our own people corrected an estimate by interviews; PEER_QUANTILE what much-spending peers spend, by size; LIST_PRICE list price times the units usually bought")
    public enum Basis {
        /// The customer said so, or a contract or tender does.
        CUSTOMER_STATED,
        /// Our own people corrected a model's estimate by interviews.
        SELLER_VALIDATED,
        /// The 0.90 quantile of what peers spend, by size (IBM Systems Journal 46, 2007; KDD 2007).
        PEER_QUANTILE,
        /// The list price times the units usually bought.
        LIST_PRICE
    }
}
