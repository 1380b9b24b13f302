package org.kamsuite.opportunity.wallet;

import java.util.Map;

/// An account as others are compared with it.
///
/// @param sector its sector code, empty where it is not known
/// @param band its size band, −1 where it is not known
/// @param purchases what it buys, by the code of the product
/// @param spendByRevenue what it spends by its own revenue, as far as both are known, by the code
///   of the product
public record Peer(
        String sector,
        int band,
        Map<String, Purchase> purchases,
        Map<String, Double> spendByRevenue) {

    boolean belongsTo(PeerGroup group) {
        return group.key().holds(sector, band);
    }
}
