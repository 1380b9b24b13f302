package org.kamsuite.opportunity.whitespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.ProductFixtures.catalogue;
import static org.kamsuite.opportunity.ProductFixtures.product;
import static org.kamsuite.opportunity.SheetFixtures.ACCOUNT;
import static org.kamsuite.opportunity.SheetFixtures.FINANCE;
import static org.kamsuite.opportunity.SheetFixtures.OPERATIONS;
import static org.kamsuite.opportunity.SheetFixtures.account;

import java.math.BigDecimal;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.ToIntFunction;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RollUpTest {

    private static final UUID CHILD = UUID.fromString("01938b1c-0000-7000-8000-000000000002");
    private static final UUID PLANT = UUID.fromString("01938b1c-0000-7000-8000-0000000000c9");

    /// The account, and below it one with a plant that wants gateways.
    private static Matrix matrix() {
        return matrix("'parentSince': '2020-01-01'");
    }

    private static Matrix matrix(String ofTheChild) {
        var child =
                """
                'accountId': '%s', 'parentId': '%s', 'holdings': [], %s,
                'centres': [{ 'centreId': '%s', 'name': 'Plant', 'area': 'OPERATIONS',
                  'decisionScope': [], 'status': 'ACTIVE' }]
                """
                        .formatted(CHILD, ACCOUNT, ofTheChild, PLANT);
        return Matrices.of(
                        catalogue(
                                product("SENSOR-BASIC", "2000"),
                                product("SENSOR-PRO", "3000"),
                                product("GATEWAY", "500")),
                        account(""),
                        account(child))
                .observed(PLANT, "GATEWAY", Supply.NONE, null)
                .stated(PLANT, "GATEWAY", "500")
                .observed(FINANCE, "GATEWAY", Supply.NONE, null)
                .stated(FINANCE, "GATEWAY", "70")
                .engaged(UUID.randomUUID(), FINANCE, "SENSOR-PRO", Engagement.State.OPEN, null)
                .build();
    }

    @Test
    void addsTheCellsOfAFamilyUp() {
        assertThat(find(ACCOUNT, null, "GAT").totals().whiteSpaceValue()).isEqualTo("570.0000");
        assertThat(find(CHILD, null, "GAT").totals().whiteSpaceValue()).isEqualTo("500.0000");
        assertThat(find(ACCOUNT, FINANCE, "GAT").totals().whiteSpaceValue()).isEqualTo("70.0000");
        assertThat(find(ACCOUNT, OPERATIONS, "SENSOR").totals().ownedCells()).isEqualTo(1);
        assertThat(find(ACCOUNT, FINANCE, "SENSOR").totals().openOpportunities()).isEqualTo(1);
    }

    @Test
    void isTheSumOfItsLeaves() {
        var totals = matrix().totals();
        var leaves = all(rollUp -> rollUp.centreId() != null);
        var tops = all(rollUp -> rollUp.centreId() == null && rollUp.accountId().equals(ACCOUNT));

        for (var parts : List.of(leaves, tops)) {
            assertThat(
                            parts.stream()
                                    .map(part -> part.totals().whiteSpaceValue())
                                    .reduce(BigDecimal.ZERO, BigDecimal::add))
                    .isEqualTo(totals.whiteSpaceValue());
            assertThat(sum(parts, Totals::applicableCells)).isEqualTo(totals.applicableCells());
            assertThat(sum(parts, Totals::unknownCells)).isEqualTo(totals.unknownCells());
            assertThat(sum(parts, Totals::openOpportunities)).isEqualTo(totals.openOpportunities());
        }
    }

    @ParameterizedTest
    @CsvSource({
        "parentSince, 2026-10-30, 570",
        "parentSince, 2026-10-31, 70",
        "ownRollUpFrom, 2026-10-31, 570",
        "ownRollUpFrom, 2026-10-30, 70"
    })
    void leavesOutWhatCountsForItself(String field, String day, BigDecimal sum) {
        var matrix = matrix("'%s': '%s'".formatted(field, day));
        var families = matrix.rollUps();

        assertThat(matrix.totals().whiteSpaceValue()).isEqualByComparingTo(sum);
        assertThat(families)
                .filteredOn(f -> f.accountId().equals(ACCOUNT) && f.centreId() == null)
                .filteredOn(f -> f.familyCode().equals("GAT"))
                .singleElement()
                .satisfies(f -> assertThat(f.totals().whiteSpaceValue()).isEqualByComparingTo(sum));
        assertThat(matrix.cells()).anyMatch(cell -> cell.accountId().equals(CHILD));
    }

    private static int sum(List<RollUp> parts, ToIntFunction<Totals> number) {
        return parts.stream().map(RollUp::totals).mapToInt(number).sum();
    }

    private static List<RollUp> all(Predicate<RollUp> wanted) {
        return matrix().rollUps().stream().filter(wanted).toList();
    }

    private static RollUp find(UUID account, @Nullable UUID centre, String family) {
        return all(rollUp ->
                        rollUp.accountId().equals(account)
                                && Objects.equals(rollUp.centreId(), centre)
                                && rollUp.familyCode().equals(family))
                .getFirst();
    }
}
