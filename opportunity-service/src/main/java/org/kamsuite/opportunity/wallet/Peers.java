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
    /// narrowest group where eight others are known to spend; at its revenue where the headcounts
    /// do not say.
    public Optional<WalletEstimate> wallet(
            String product, @Nullable Integer headcount, @Nullable BigDecimal revenue) {
        return wallet(
                        size(headcount),
                        group -> group.habit(product).spend(),
                        peer -> purchase(peer, product).map(Purchase::spend).orElse(null))
                .or(() ->
                        wallet(
                                revenue,
                                group -> group.spendByRevenue().get(product),
                                peer -> peer.spendByRevenue().get(product)));
    }

    private Optional<WalletEstimate> wallet(
            @Nullable BigDecimal size,
            Function<PeerGroup, Habit.@Nullable Spend> ofGroup,
            Function<Peer, @Nullable Double> ofPeer) {
        return figure(size, quantile(ofGroup, Habit.Spend::mid), ofPeer)
                .map(mid ->
                        new WalletEstimate(
                                figure(size, quantile(ofGroup, Habit.Spend::low), ofPeer)
                                        .orElseThrow(),
                                mid,
                                figure(size, quantile(ofGroup, Habit.Spend::high), ofPeer)
                                        .orElseThrow(),
                                WalletEstimate.Basis.PEER_QUANTILE,
                                madeOn));
    }

    private static Function<PeerGroup, @Nullable Quantile> quantile(
            Function<PeerGroup, Habit.@Nullable Spend> ofGroup,
            Function<Habit.Spend, Quantile> which) {
        return group -> {
            var spend = ofGroup.apply(group);
            return spend == null ? null : which.apply(spend);
        };
    }

    /// The median of the quantity by employee, times the headcount.
    public Optional<BigDecimal> usualQuantity(String product, @Nullable Integer headcount) {
        return figure(
                size(headcount),
                group -> group.habit(product).quantity(),
                peer -> purchase(peer, product).map(Purchase::quantity).orElse(null));
    }

    private static @Nullable BigDecimal size(@Nullable Integer headcount) {
        return headcount == null ? null : BigDecimal.valueOf(headcount);
    }

    private static Optional<Purchase> purchase(Peer peer, String product) {
        return Optional.ofNullable(peer.purchases().get(product));
    }

    /// A quantile of the narrowest group where eight others have the figure, times the size; an
    /// account of no size has none.
    private Optional<BigDecimal> figure(
            @Nullable BigDecimal size,
            Function<PeerGroup, @Nullable Quantile> ofGroup,
            Function<Peer, @Nullable Double> ofPeer) {
        if (size == null || size.signum() <= 0) {
            return Optional.empty();
        }
        return groups.stream()
                .flatMap(group -> ofOthers(group, ofGroup.apply(group), ofPeer).stream())
                .findFirst()
                .map(bySize ->
                        BigDecimal.valueOf(bySize)
                                .multiply(size)
                                .setScale(4, RoundingMode.HALF_UP));
    }

    private Optional<Double> ofOthers(
            PeerGroup group, @Nullable Quantile quantile, Function<Peer, @Nullable Double> ofPeer) {
        var own = own(group).map(ofPeer);
        if (quantile == null || quantile.n() - (own.isPresent() ? 1 : 0) < LEAST) {
            return Optional.empty();
        }
        return Optional.of(own.map(quantile::without).orElseGet(quantile::value));
    }

    private Optional<Peer> own(PeerGroup group) {
        return Optional.ofNullable(self).filter(peer -> peer.belongsTo(group));
    }
}
