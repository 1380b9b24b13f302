package org.kamsuite.opportunity.wallet;

import org.kamsuite.opportunity.rules.Rules;

/// That accounts which have one product tend to have another (domain §4.6).
///
/// @param holders accounts that have the product held
/// @param both accounts that have both
/// @param lift how many times likelier the offered one is with the one held than at large
public record Affinity(String held, String offered, int holders, int both, double lift) {

    /// The affinity of two products by the numbers of accounts that have the one, the other, both,
    /// and of all.
    static Affinity of(
            String held, String offered, int holders, int takers, int both, int members) {
        return new Affinity(
                held,
                offered,
                holders,
                both,
                (double) both * members / ((double) holders * takers));
    }

    /// Whether enough accounts speak for it, and clearly.
    boolean counts(Rules rules) {
        return both >= rules.affinityHolders() && lift > rules.affinityLift();
    }

    /// Without one account, where that is one of the holders.
    Affinity without(Peer self) {
        if (!self.purchases().containsKey(held)) {
            return this;
        }
        var hasBoth = self.purchases().containsKey(offered);
        return new Affinity(held, offered, holders - 1, both - (hasBoth ? 1 : 0), lift);
    }
}
