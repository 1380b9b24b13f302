package org.kamsuite.account.designation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.account.designation.DesignationFixtures.decision;
import static org.kamsuite.account.designation.DesignationFixtures.evaluate;
import static org.kamsuite.account.designation.DesignationFixtures.situation;

import java.util.ArrayList;
import net.jqwik.api.ForAll;
import net.jqwik.api.Property;
import net.jqwik.api.constraints.IntRange;

/// While nothing changes, the system moves an account only forwards through the programme, or out
/// of it once.
class ConstantFactsTest {

    private static final int CYCLES = 24;

    @Property
    void neverLetTheSystemGoBackAndForth(
            @ForAll @IntRange(min = 0, max = 100) int total,
            @ForAll @IntRange(min = 0, max = 100) int revenueShare,
            @ForAll @IntRange(min = 0, max = 100) int growth,
            @ForAll boolean root,
            @ForAll boolean room) {
        var designation = new Designation();
        var verdict =
                DesignationFixtures.verdictThroughDoors(
                        Integer.toString(total),
                        Integer.toString(revenueShare),
                        Integer.toString(growth));
        var entered = new ArrayList<State>();

        for (var quarter = 0; quarter < CYCLES; quarter++) {
            evaluate(designation, verdict, situation(quarter, root, room), decision(quarter))
                    .ifPresent(move -> entered.add(move.to()));
        }

        assertThat(entered).doesNotHaveDuplicates();
    }
}
