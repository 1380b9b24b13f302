package org.kamsuite.opportunity.wallet;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;

/// The groups that one account is compared with, and that it is left out of.
///
/// @param madeOn the day of the frame that the groups are of
/// @param groups the narrowest first
/// @param affinities of what the account holds, as far as enough others speak for them
/// @param self the account as it is in the frame, null where it is no peer
public record Peers(
        LocalDate madeOn, List<PeerGroup> groups, List<Affinity> affinities, @Nullable Peer self) {

    /// Below this number of others there is no quantile and no median.
    public static final int LEAST = 8;

    /// Nobody to compare with.
    public static final Peers NONE = new Peers(LocalDate.EPOCH, List.of(), List.of(), null);

    /// What an account is compared with, itself left out of what accounts tend to have together.
    public static Peers of(
            LocalDate madeOn,
            List<PeerGroup> groups,
            List<Affinity> affinities,
            @Nullable Peer self,
            Rules rules) {
        var ofOthers =
                affinities.stream()
                        .map(affinity -> self == null ? affinity : affinity.without(self))
                        .filter(affinity -> affinity.counts(rules))
                        .toList();
        return new Peers(madeOn, groups, ofOthers, self);
    }

    /// The chance that one more account adopts the product: (k+1)/(n+2), Laplace's rule, among
    /// those that have what the account has and goes with the product; else in the narrowest group
    /// of eight others, or in the widest.
    public double adoption(String product) {
        return affinity(product)
                .map(affinity -> adoption(affinity.both(), affinity.holders()))
                .orElseGet(() -> adoptionInGroup(product));
    }

    /// The strongest tendency to have the product with something that the account has.
    public Optional<Affinity> affinity(String product) {
        return affinities.stream()
                .filter(affinity -> affinity.offered().equals(product))
                .max(
                        Comparator.comparingDouble(Affinity::lift)
                                .thenComparing(Affinity::held, Comparator.reverseOrder()));
    }

    private double adoptionInGroup(String product) {
        return groups.stream()
                .filter(group -> others(group) >= LEAST)
                .findFirst()
                .or(() -> groups.stream().reduce((narrower, wider) -> wider))
                .map(group -> adoption(adopters(group, product), others(group)))
                .orElseGet(() -> adoption(0, 0));
    }

    static double adoption(int adopters, int members) {
        return (adopters + 1.0) / (members + 2.0);
    }

    private int others(PeerGroup group) {
        return group.members() - (own(group).isPresent() ? 1 : 0);
    }

    private int adopters(PeerGroup group, String product) {
        var isOne = own(group).filter(self -> self.purchases().containsKey(product)).isPresent();
        return group.habit(product).adopters() - (isOne ? 1 : 0);
    }

    /// What peers that buy the product spend on it, at the headcount of this account, in the
    /// narrowest group where eight others are known to spend.
    public Optional<WalletEstimate> wallet(String product, @Nullable Integer headcount) {
        return figure(product, headcount, habit -> spend(habit, Habit.Spend::mid), Purchase::spend)
                .map(mid ->
                        new WalletEstimate(
                                spend(product, headcount, Habit.Spend::low),
                                mid,
                                spend(product, headcount, Habit.Spend::high),
                                WalletEstimate.Basis.PEER_QUANTILE,
                                madeOn));
    }

    private BigDecimal spend(
            String product, @Nullable Integer headcount, Function<Habit.Spend, Quantile> which) {
        return figure(product, headcount, habit -> spend(habit, which), Purchase::spend)
                .orElseThrow();
    }

    private static @Nullable Quantile spend(Habit habit, Function<Habit.Spend, Quantile> which) {
        var spend = habit.spend();
        return spend == null ? null : which.apply(spend);
    }

    /// The median of the quantity by employee, times the headcount.
    public Optional<BigDecimal> usualQuantity(String product, @Nullable Integer headcount) {
        return figure(product, headcount, Habit::quantity, Purchase::quantity);
    }

    private Optional<BigDecimal> figure(
            String product,
            @Nullable Integer headcount,
            Function<Habit, @Nullable Quantile> which,
            Function<Purchase, @Nullable Double> part) {
        if (headcount == null) {
            return Optional.empty();
        }
        return groups.stream()
                .flatMap(group -> ofOthers(group, product, which, part).stream())
                .findFirst()
                .map(byEmployee ->
                        BigDecimal.valueOf(byEmployee)
                                .multiply(BigDecimal.valueOf(headcount))
                                .setScale(4, RoundingMode.HALF_UP));
    }

    private Optional<Double> ofOthers(
            PeerGroup group,
            String product,
            Function<Habit, @Nullable Quantile> which,
            Function<Purchase, @Nullable Double> part) {
        var quantile = which.apply(group.habit(product));
        var own = own(group).map(self -> self.purchases().get(product)).map(part);
        if (quantile == null || quantile.n() - (own.isPresent() ? 1 : 0) < LEAST) {
            return Optional.empty();
        }
        return Optional.of(own.map(quantile::without).orElseGet(quantile::value));
    }

    private Optional<Peer> own(PeerGroup group) {
        return Optional.ofNullable(self).filter(peer -> peer.belongsTo(group));
    }
}
