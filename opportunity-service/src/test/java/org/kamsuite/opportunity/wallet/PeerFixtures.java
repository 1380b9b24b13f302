package org.kamsuite.opportunity.wallet;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/// Accounts to compare with, that buy sensors.
public final class PeerFixtures {

    public static final LocalDate MADE_ON = LocalDate.of(2026, 10, 30);

    private PeerFixtures() {}

    /// Accounts of one sector and size that spend 1, 2, 3… by employee and a thousand of revenue,
    /// and have as many.
    public static List<Peer> buyers(String sector, int band, int number) {
        return IntStream.rangeClosed(1, number)
                .mapToObj(spend -> buyer(sector, band, (double) spend))
                .toList();
    }

    static Peer buyer(String sector, int band, double spend) {
        return new Peer(
                sector,
                band,
                Map.of("SENSOR", new Purchase(spend, spend)),
                Map.of("SENSOR", spend / 1000));
    }

    /// What `self`, or an account like the first that is no peer, is compared with among all.
    static Peers peersOf(@Nullable Peer self, List<Peer> all) {
        var like = self == null ? all.getFirst() : self;
        return new Peers(MADE_ON, groups(like, all), List.of(), all.contains(self) ? self : null);
    }

    private static List<PeerGroup> groups(Peer like, List<Peer> all) {
        var statistics = new PeerStatistics();
        all.forEach(statistics::add);
        var groups = statistics.groups();
        return PeerKey.widening(like.sector(), like.band()).stream()
                .flatMap(key -> groups.stream().filter(group -> group.key().equals(key)))
                .toList();
    }

    /// Twenty accounts of which twelve have the product, all in like numbers by employee and, of
    /// their spend, by a thousand of revenue.
    public static Peers twelveOfTwenty(
            String product, @Nullable Double spend, @Nullable Double quantity) {
        var statistics = new PeerStatistics();
        for (var i = 0; i < 20; i++) {
            Map<String, Purchase> purchases =
                    i < 12 ? Map.of(product, new Purchase(spend, quantity)) : Map.of();
            Map<String, Double> byRevenue =
                    i < 12 && spend != null ? Map.of(product, spend / 1000) : Map.of();
            statistics.add(new Peer("", 0, purchases, byRevenue));
        }
        return new Peers(MADE_ON, List.of(statistics.groups().getFirst()), List.of(), null);
    }
}
