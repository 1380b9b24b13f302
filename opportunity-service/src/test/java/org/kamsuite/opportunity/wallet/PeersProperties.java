package org.kamsuite.opportunity.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.DoubleRange;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;

class PeersProperties {

    @Property
    void takesAQuantileAsIfAllNumbersWereThere(
            @ForAll @Size(min = 1, max = 40) List<@DoubleRange(min = 0, max = 9) Double> numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double share) {
        var all = numbers.stream().mapToDouble(Double::doubleValue).sorted().toArray();

        assertThat(Quantile.of(share, all).value()).isCloseTo(type7(share, all), within(1e-9));
    }

    @Property
    void takesAQuantileOfTheOthersAsIfTheyWereAlone(
            @ForAll @Size(min = 2, max = 40) List<@IntRange(min = 0, max = 9) Integer> numbers,
            @ForAll @DoubleRange(min = 0, max = 1) double share,
            @ForAll @IntRange(min = 0, max = 39) int which) {
        var all = numbers.stream().mapToDouble(Integer::doubleValue).toArray();
        var own = which % all.length;
        var others =
                IntStream.range(0, all.length)
                        .filter(place -> place != own)
                        .mapToDouble(place -> all[place])
                        .sorted()
                        .toArray();

        assertThat(Quantile.of(share, all).without(all[own]))
                .isCloseTo(type7(share, others), within(1e-9));
    }

    @Property
    void comparesAnAccountAsIfItWereNotThere(
            @ForAll @Size(min = 1, max = 40) List<@IntRange(min = 0, max = 9) Integer> spends,
            @ForAll @IntRange(min = 0, max = 9) int own) {
        var others = new ArrayList<Peer>();
        spends.forEach(spend -> others.add(peer(spend)));
        var self = peer(own);
        var all = new ArrayList<>(others);
        all.add(self);

        var alone = new Peers(PeerFixtures.MADE_ON, groups(others), List.of(), null);
        var among = new Peers(PeerFixtures.MADE_ON, groups(all), List.of(), self);

        assertThat(among.wallet("SENSOR", 100, null)).isEqualTo(alone.wallet("SENSOR", 100, null));
        assertThat(among.wallet("SENSOR", null, BigDecimal.TEN))
                .isEqualTo(alone.wallet("SENSOR", null, BigDecimal.TEN));
        assertThat(among.usualQuantity("SENSOR", 100))
                .isEqualTo(alone.usualQuantity("SENSOR", 100));
        assertThat(among.adoption("SENSOR")).isEqualTo(alone.adoption("SENSOR"));
    }

    /// Every third account does not buy, and the revenue of those that spend 5 is not known.
    private static Peer peer(int spend) {
        return new Peer(
                "35",
                1,
                spend % 3 == 0
                        ? Map.of()
                        : Map.of("SENSOR", new Purchase((double) spend, spend / 2.0)),
                spend % 3 == 0 || spend == 5 ? Map.of() : Map.of("SENSOR", spend / 7.0));
    }

    private static List<PeerGroup> groups(List<Peer> peers) {
        var statistics = new PeerStatistics();
        peers.forEach(statistics::add);
        return statistics.groups().stream()
                .filter(group -> group.key().equals(PeerKey.ALL))
                .toList();
    }

    private static double type7(double share, double[] sorted) {
        var place = (sorted.length - 1) * share;
        var below = (int) Math.floor(place);
        var above = Math.min(below + 1, sorted.length - 1);
        return sorted[below] + (place - below) * (sorted[above] - sorted[below]);
    }
}
