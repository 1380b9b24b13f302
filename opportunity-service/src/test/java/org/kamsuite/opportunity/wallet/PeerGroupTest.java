package org.kamsuite.opportunity.wallet;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

class PeerGroupTest {

    private static PeerGroup group(int sized) {
        return new PeerGroup(
                20,
                PeerGroup.Width.SECTOR_AND_SIZE,
                Map.of("SENSOR", new PeerGroup.Habit(12, sized, new BigDecimal("2.5"), 0, null)));
    }

    @Test
    void expectsAdoptionByLaplacesRule() {
        assertThat(group(8).adoption("SENSOR")).isCloseTo(0.5909, within(5e-5));
        assertThat(PeerGroup.adoption(0, 6)).isEqualTo(0.125);
    }

    @Test
    void sizesAWalletByHeadcount() {
        assertThat(group(8).wallet("SENSOR", 400)).contains(new BigDecimal("1000.0000"));
    }

    @Test
    void takesNoQuantileOfFewerThanEight() {
        assertThat(group(7).wallet("SENSOR", 400)).isEmpty();
        assertThat(group(8).wallet("SENSOR", null)).isEmpty();
    }
}
