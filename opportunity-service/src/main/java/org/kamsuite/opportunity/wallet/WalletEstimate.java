package org.kamsuite.opportunity.wallet;

import java.math.BigDecimal;

/// What a centre may spend on a product in a year, in the company's currency, and how we know.
public record WalletEstimate(BigDecimal amount, Basis basis) {

    /// Where the estimate comes from; the first that is there is taken.
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
