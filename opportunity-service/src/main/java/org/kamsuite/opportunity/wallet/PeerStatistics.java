package org.kamsuite.opportunity.wallet;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;

/// Gathers accounts into the groups that others are compared with.
public final class PeerStatistics {

    private static final double MEDIAN = 0.5;

    private final Map<PeerKey, Members> groups = new HashMap<>();
    private final Map<String, Map<String, Integer>> together = new HashMap<>();

    public void add(Peer peer) {
        for (var key : PeerKey.of(peer.sector(), peer.band())) {
            groups.computeIfAbsent(key, wanted -> new Members()).add(peer);
        }
        for (var held : peer.purchases().keySet()) {
            for (var offered : peer.purchases().keySet()) {
                if (!held.equals(offered)) {
                    together.computeIfAbsent(held, wanted -> new HashMap<>())
                            .merge(offered, 1, Integer::sum);
                }
            }
        }
    }

    /// The groups that are large enough to be compared with, and that of all accounts.
    public List<PeerGroup> groups() {
        return groups.entrySet().stream()
                .filter(entry ->
                        entry.getValue().number >= Peers.LEAST
                                || entry.getKey().equals(PeerKey.ALL))
                .map(entry -> entry.getValue().group(entry.getKey()))
                .toList();
    }

    /// What accounts tend to have together, as far as enough of them speak for it.
    public List<Affinity> affinities(Rules rules) {
        var all = groups.getOrDefault(PeerKey.ALL, new Members());
        return together.entrySet().stream()
                .flatMap(held ->
                        held.getValue().entrySet().stream()
                                .map(offered ->
                                        Affinity.of(
                                                held.getKey(),
                                                offered.getKey(),
                                                all.buyers(held.getKey()),
                                                all.buyers(offered.getKey()),
                                                offered.getValue(),
                                                all.number)))
                .filter(affinity -> affinity.counts(rules))
                .toList();
    }

    private static final class Members {

        private int number;
        private final Map<String, List<Purchase>> purchases = new HashMap<>();
        private final Map<String, List<Double>> spendByRevenue = new HashMap<>();

        void add(Peer peer) {
            number++;
            peer.purchases()
                    .forEach((product, purchase) ->
                            purchases
                                    .computeIfAbsent(product, wanted -> new ArrayList<>())
                                    .add(purchase));
            peer.spendByRevenue()
                    .forEach((product, spend) ->
                            spendByRevenue
                                    .computeIfAbsent(product, wanted -> new ArrayList<>())
                                    .add(spend));
        }

        int buyers(String product) {
            return purchases.getOrDefault(product, List.of()).size();
        }

        PeerGroup group(PeerKey key) {
            return new PeerGroup(
                    key,
                    number,
                    purchases.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, entry -> habit(entry.getValue()))),
                    spendByRevenue.entrySet().stream()
                            .collect(
                                    Collectors.toMap(
                                            Map.Entry::getKey, entry -> spend(entry.getValue()))));
        }

        private static Habit.Spend spend(List<Double> spends) {
            return Habit.Spend.of(spends.stream().mapToDouble(Double::doubleValue).toArray());
        }

        private static Habit habit(List<Purchase> purchases) {
            var spend = known(purchases, Purchase::spend);
            var quantity = known(purchases, Purchase::quantity);
            return new Habit(
                    purchases.size(),
                    spend.length == 0 ? null : Habit.Spend.of(spend),
                    quantity.length == 0 ? null : Quantile.of(MEDIAN, quantity));
        }

        private static double[] known(
                List<Purchase> purchases, Function<Purchase, @Nullable Double> part) {
            return purchases.stream()
                    .map(part)
                    .filter(Objects::nonNull)
                    .mapToDouble(Double::doubleValue)
                    .toArray();
        }
    }
}
