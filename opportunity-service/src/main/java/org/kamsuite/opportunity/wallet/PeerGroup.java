package org.kamsuite.opportunity.wallet;

import java.util.Map;

/// Active accounts of the same sector and size, or wider ones, and what they buy.
///
/// @param members how many they are
/// @param habits by the code of the product
public record PeerGroup(PeerKey key, int members, Map<String, Habit> habits) {

    Habit habit(String product) {
        return habits.getOrDefault(product, Habit.NONE);
    }
}
