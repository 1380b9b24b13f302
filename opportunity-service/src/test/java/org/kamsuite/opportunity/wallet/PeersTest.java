package org.kamsuite.opportunity.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.kamsuite.opportunity.RulesFixtures.RULES;
import static org.kamsuite.opportunity.wallet.PeerFixtures.buyer;
import static org.kamsuite.opportunity.wallet.PeerFixtures.buyers;
import static org.kamsuite.opportunity.wallet.PeerFixtures.peersOf;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamsuite.opportunity.RulesFixtures;
import org.kamsuite.opportunity.rules.Rules;

class PeersTest {

    @Test
    void expectsAdoptionByLaplacesRule() {
        assertThat(Peers.adoption(12, 20)).isCloseTo(0.5909, within(5e-5));
        assertThat(Peers.adoption(0, 6)).isEqualTo(0.125);
    }

    @Test
    void sizesAWalletByHeadcount() {
        // The 0.90 quantile of 1 to 9 is 8.2, the 0.75 quantile 7 and the 0.95 quantile 8.6.
        var wallet = peersOf(null, buyers("35.1", 2, 9)).wallet("SENSOR", 400, null).orElseThrow();

        assertThat(wallet.low()).isEqualTo("2800.0000");
        assertThat(wallet.mid()).isEqualTo("3280.0000");
        assertThat(wallet.high()).isEqualTo("3440.0000");
        assertThat(wallet.basis()).isEqualTo(WalletEstimate.Basis.PEER_QUANTILE);
    }

    @Test
    void sizesAWalletByRevenueWhereTheHeadcountIsNotKnown() {
        var peers = peersOf(null, buyers("35.1", 2, 9));
        var wallet = peers.wallet("SENSOR", null, new BigDecimal("5000000")).orElseThrow();

        assertThat(wallet.low()).isEqualTo("35000.0000");
        assertThat(wallet.mid()).isEqualTo("41000.0000");
        assertThat(wallet.high()).isEqualTo("43000.0000");
        assertThat(wallet.basis()).isEqualTo(WalletEstimate.Basis.PEER_QUANTILE);
        assertThat(peers.wallet("SENSOR", 400, new BigDecimal("5000000")))
                .isEqualTo(peers.wallet("SENSOR", 400, null));
    }

    @Test
    void sizesAWalletByRevenueWhereFewHeadcountsOfPeersAreKnown() {
        var all = new ArrayList<>(buyers("35.1", 2, 7));
        for (var spend : List.of(8.0, 9.0)) {
            all.add(
                    new Peer(
                            "35.1",
                            2,
                            Map.of("SENSOR", new Purchase(null, null)),
                            Map.of("SENSOR", spend / 1000)));
        }

        assertThat(peersOf(null, all).wallet("SENSOR", 400, null)).isEmpty();
        assertThat(
                        peersOf(null, all)
                                .wallet("SENSOR", 400, new BigDecimal("1000"))
                                .orElseThrow()
                                .mid())
                .isEqualTo("8.2000");
    }

    @Test
    void sizesNothingByARevenueOfNothing() {
        assertThat(peersOf(null, buyers("35.1", 2, 9)).wallet("SENSOR", null, BigDecimal.ZERO))
                .isEmpty();
        assertThat(peersOf(null, buyers("35.1", 2, 9)).wallet("SENSOR", 0, null)).isEmpty();
        assertThat(peersOf(null, buyers("35.1", 2, 7)).wallet("SENSOR", null, BigDecimal.TEN))
                .isEmpty();
    }

    @Test
    void takesNoQuantileOfFewerThanEight() {
        assertThat(peersOf(null, buyers("35.1", 2, 7)).wallet("SENSOR", 400, null)).isEmpty();
        assertThat(peersOf(null, buyers("35.1", 2, 8)).wallet("SENSOR", null, null)).isEmpty();
    }

    @Test
    void isNoPeerOfItself() {
        var all = buyers("35.1", 2, 9);
        var self = all.getLast();

        // The others spend 1 to 8 by employee: their 0.90 quantile is 7.3.
        assertThat(peersOf(self, all).wallet("SENSOR", 1, null).orElseThrow().mid())
                .isEqualTo("7.3000");
        assertThat(peersOf(self, all).adoption("SENSOR")).isEqualTo(Peers.adoption(8, 8));
        assertThat(peersOf(self, all.subList(1, 9)).wallet("SENSOR", 1, null)).isEmpty();
    }

    @Test
    void widensUntilEightSpend() {
        var all = new ArrayList<>(buyers("35.11", 2, 7));
        for (var i = 0; i < 10; i++) {
            all.add(new Peer("35.11", 2, Map.of(), Map.of()));
        }
        all.add(buyer("35.12", 2, 100.0));

        // Of 35.11 there are 17, but only seven spend: 35.1 has the eighth.
        assertThat(
                        peersOf(new Peer("35.11", 2, Map.of(), Map.of()), all)
                                .usualQuantity("SENSOR", 1))
                .contains(new BigDecimal("4.5000"));
    }

    @Test
    void widensTheSectorDigitByDigitBeforeTheSize() {
        assertThat(PeerKey.widening("35.11", 2))
                .containsExactly(
                        new PeerKey("35.11", 2),
                        new PeerKey("35.1", 2),
                        new PeerKey("35", 2),
                        new PeerKey("", 2),
                        PeerKey.ALL);
    }

    @Test
    void expectsMoreOfThoseThatHaveTheSameBase() {
        // Ten have sensors, of which eight have gateways as well; of the other ten two have.
        var statistics = new PeerStatistics();
        for (var i = 0; i < 20; i++) {
            statistics.add(
                    new Peer(
                            "35",
                            1,
                            has(i < 10 ? "SENSOR" : "OTHER", i % 10 < (i < 10 ? 8 : 2)),
                            Map.of()));
        }
        var self = new Peer("35", 1, has("SENSOR", true), Map.of());
        var affinity = new Affinity("SENSOR", "GATEWAY", 10, 8, 1.6);

        assertThat(statistics.affinities(RULES)).contains(affinity);
        assertThat(statistics.affinities(RULES)).noneMatch(found -> found.held().equals("OTHER"));
        var groups = statistics.groups();
        assertThat(
                        Peers.of(PeerFixtures.MADE_ON, groups, List.of(affinity), null, RULES)
                                .adoption("GATEWAY"))
                .isEqualTo(Peers.adoption(8, 10));
        assertThat(
                        Peers.of(PeerFixtures.MADE_ON, groups, List.of(affinity), self, RULES)
                                .adoption("GATEWAY"))
                .isEqualTo(Peers.adoption(7, 9));
        assertThat(new Peers(PeerFixtures.MADE_ON, groups, List.of(), null).adoption("GATEWAY"))
                .isEqualTo(Peers.adoption(10, 20));
    }

    @Test
    void takesForHeldTogetherOnlyWhatEnoughOthersHave() {
        var self = new Peer("35", 1, has("SENSOR", true), Map.of());
        var five = List.of(new Affinity("SENSOR", "GATEWAY", 10, 5, 1.6));
        var hardly = List.of(new Affinity("SENSOR", "GATEWAY", 10, 5, 1.2));

        assertThat(with(five, null, RULES)).isNotEmpty();
        assertThat(with(five, self, RULES)).isEmpty();
        assertThat(with(five, self, RulesFixtures.with("affinity-holders", "4"))).isNotEmpty();
        assertThat(with(hardly, null, RULES)).isEmpty();
        assertThat(with(hardly, null, RulesFixtures.with("affinity-lift", "1.1"))).isNotEmpty();
    }

    private static Optional<Affinity> with(
            List<Affinity> affinities, @Nullable Peer self, Rules rules) {
        return Peers.of(PeerFixtures.MADE_ON, List.of(), affinities, self, rules)
                .affinity("GATEWAY");
    }

    private static Map<String, Purchase> has(String product, boolean alsoGateway) {
        var none = new Purchase(null, null);
        return alsoGateway ? Map.of(product, none, "GATEWAY", none) : Map.of(product, none);
    }

    @Test
    void keepsTheSectorOfAnAccountOfUnknownSize() {
        assertThat(PeerKey.widening("35", -1)).containsExactly(new PeerKey("35", -1), PeerKey.ALL);
        assertThat(PeerKey.of("35", 2)).contains(new PeerKey("35", -1));
    }

    @Test
    void widensAWordAsAWhole() {
        assertThat(SectorCode.widening("RETAIL-FOOD")).containsExactly("RETAIL-FOOD", "RETAIL", "");
        assertThat(SectorCode.widening("C28.1")).containsExactly("C28.1", "C28", "C2", "C", "");
        assertThat(SectorCode.widening("")).isEqualTo(List.of(""));
    }
}
