package org.kamsuite.opportunity.wallet;

import java.util.Map;

/// Active accounts of the same sector and size, or wider ones, and what they buy.
///
/// @param members how many they are
/// @param habits by the code of the product
/// @param spendByRevenue what the adopters spend by their own revenue, where that of some is known,
///   by the code of the product
public record PeerGroup(
        PeerKey key,
        int members,
        Map<String, Habit> habits,
        Map<String, Habit.Spend> spendByRevenue) {

    Habit habit(String product) {
        return habits.getOrDefault(product, Habit.NONE);
    }
}
