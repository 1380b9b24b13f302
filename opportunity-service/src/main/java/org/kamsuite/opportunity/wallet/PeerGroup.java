package org.kamsuite.opportunity.wallet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/// Accounts of the same sector and size, or wider ones where those are too few, and what they buy.
///
/// @param members how many they are
/// @param width which accounts they are
public record PeerGroup(int members, Width width, Map<String, Habit> habits) {

    /// Below this number there is no quantile and no median.
    public static final int LEAST = 8;

    public static final PeerGroup NONE = new PeerGroup(0, Width.ALL, Map.of());

    /// The chance that one more member adopts the product: (k+1)/(n+2), Laplace's rule.
    public double adoption(String product) {
        var habit = habits.get(product);
        return adoption(habit == null ? 0 : habit.adopters(), members);
    }

    static double adoption(int adopters, int members) {
        return (adopters + 1.0) / (members + 2.0);
    }

    /// The 0.90 quantile of what members spend on the product per head, times the headcount.
    public Optional<BigDecimal> wallet(String product, @Nullable Integer headcount) {
        var habit = habits.get(product);
        if (habit == null || headcount == null || habit.sized() < LEAST || habit.spend() == null) {
            return Optional.empty();
        }
        return Optional.of(
                habit.spend()
                        .multiply(BigDecimal.valueOf(headcount))
                        .setScale(4, RoundingMode.HALF_UP));
    }

    /// The median of the quantity per head, times the headcount.
    public Optional<BigDecimal> usualQuantity(String product, @Nullable Integer headcount) {
        var habit = habits.get(product);
        if (habit == null
                || headcount == null
                || habit.counted() < LEAST
                || habit.quantity() == null) {
            return Optional.empty();
        }
        return Optional.of(
                habit.quantity()
                        .multiply(BigDecimal.valueOf(headcount))
                        .setScale(4, RoundingMode.HALF_UP));
    }

    /// How members buy one product.
    ///
    /// @param adopters members that have it
    /// @param sized adopters whose spend per head is known
    /// @param spend the 0.90 quantile of the spend per head
    /// @param counted adopters whose quantity per head is known
    /// @param quantity the median of the quantity per head
    public record Habit(
            int adopters,
            int sized,
            @Nullable BigDecimal spend,
            int counted,
            @Nullable BigDecimal quantity) {}

    /// How far the group had to be widened.
    public enum Width {
        /// The same sector and size band.
        SECTOR_AND_SIZE,
        /// Any sector, the same size band.
        SIZE,
        /// Every account.
        ALL
    }
}
