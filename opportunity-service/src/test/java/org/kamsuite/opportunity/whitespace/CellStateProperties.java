package org.kamsuite.opportunity.whitespace;

import static org.assertj.core.api.Assertions.assertThat;

import net.jqwik.api.ForAll;
import net.jqwik.api.Property;

class CellStateProperties {

    @Property
    void showsTheFirstStateThatMatches(
            @ForAll Supply supply, @ForAll Pursuit pursuit, @ForAll boolean upsell) {
        var state = CellState.of(supply, pursuit, upsell);

        assertThat(state == CellState.BLOCKED).isEqualTo(supply == Supply.NOT_APPLICABLE);
        assertThat(state == CellState.OWNED_UPSELL).isEqualTo(supply == Supply.US && upsell);
        assertThat(state == CellState.OWNED).isEqualTo(supply == Supply.US && !upsell);
        assertThat(state == CellState.WHITE)
                .isEqualTo(
                        supply == Supply.NONE
                                && pursuit != Pursuit.OPEN
                                && pursuit != Pursuit.LOST_COOLING);
    }
}
