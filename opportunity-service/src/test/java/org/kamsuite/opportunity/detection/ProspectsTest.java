package org.kamsuite.opportunity.detection;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;
import net.jqwik.api.constraints.Size;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.kamsuite.opportunity.wallet.WalletEstimate;

class ProspectsTest {

    @Test
    void areSumsOverTheOffersThatAreSizedAndNotHeld() {
        var offers =
                List.of(
                        offer("1000.0000", "20", false),
                        offer("500.5000", "10.5", false),
                        offer(null, "40", false),
                        offer("9000.0000", "30", true));

        assertThat(Prospects.of(offers))
                .isEqualTo(new Prospects(new BigDecimal("1500.5000"), new BigDecimal("30.5000")));
    }

    @Test
    void areNothingWhereNothingIsSized() {
        assertThat(Prospects.of(List.of(offer(null, "40", false))))
                .isEqualTo(new Prospects(new BigDecimal("0.0000"), new BigDecimal("0.0000")));
    }

    @Property
    void doNotChangeByWhatIsHeldOrNotSized(
            @ForAll @Size(max = 8) List<@IntRange(max = 100_000) Integer> values,
            @ForAll @IntRange(max = 100_000) int held) {
        var offers = new ArrayList<Recommendation>();
        values.forEach(value -> offers.add(offer(value.toString(), "20", false)));
        var before = Prospects.of(offers);

        offers.add(offer(Integer.toString(held), "20", true));
        offers.add(offer(null, "20", false));

        assertThat(Prospects.of(offers)).isEqualTo(before);
    }

    private static Recommendation offer(@Nullable String expected, String hours, boolean held) {
        return new Recommendation(
                UUID.randomUUID(),
                UUID.randomUUID(),
                UUID.randomUUID(),
                "GATEWAY",
                "GATEWAY",
                Recommendation.Type.CROSS_SELL_NEW,
                true,
                held,
                false,
                null,
                Priority.of(0, 0, 0, 0, 0, true),
                null,
                WalletEstimate.Basis.UNSIZED,
                0.5,
                expected == null ? null : new BigDecimal(expected),
                new BigDecimal(hours),
                null,
                null,
                List.of(),
                List.of(),
                List.of());
    }
}
