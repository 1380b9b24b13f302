package org.kamsuite.opportunity.detection;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.ProductFixtures.catalogue;
import static org.kamsuite.opportunity.ProductFixtures.edge;
import static org.kamsuite.opportunity.ProductFixtures.product;
import static org.kamsuite.opportunity.RulesFixtures.RULES;
import static org.kamsuite.opportunity.SheetFixtures.ACCOUNT;
import static org.kamsuite.opportunity.SheetFixtures.FINANCE;
import static org.kamsuite.opportunity.SheetFixtures.HOLDING;
import static org.kamsuite.opportunity.SheetFixtures.OPERATIONS;
import static org.kamsuite.opportunity.SheetFixtures.account;
import static org.kamsuite.opportunity.whitespace.Matrices.TODAY;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.catalogue.Product.EdgeKind;
import org.kamsuite.opportunity.whitespace.Engagement;
import org.kamsuite.opportunity.whitespace.Matrices;
import org.kamsuite.opportunity.whitespace.Supply;

class DetectorTest {

    private static final Map<String, Product> PRODUCTS =
            catalogue(
                    product("SENSOR-BASIC", "2000", edge(EdgeKind.UPGRADE_TO, "SENSOR-PRO")),
                    product("SENSOR-PRO", "3000"),
                    product("GATEWAY", "500"));

    private static final Effort EFFORT =
            new Effort(
                    Arrays.stream(Recommendation.Type.values())
                            .collect(
                                    Collectors.toMap(type -> type, type -> BigDecimal.valueOf(20))),
                    new BigDecimal("1.5"));

    private static final String CONFIRMED_GOAL =
            """
            'goals': [{ 'goalId': '01938b1c-0000-7000-8000-0000000000f5', 'centreId': null,
              'families': ['GAT'], 'priority': 4, 'status': '%s', 'dueOn': '2027-01-31',
              'evidencedOn': [%s] }]
            """;

    private static Matrices matrix(String more) {
        return Matrices.of(PRODUCTS, account(more));
    }

    private static Optional<Recommendation> offer(
            Matrices matrix, UUID centre, String product, String... around) {
        return new Detector(matrix.build(), PRODUCTS, Set.of(around), EFFORT, RULES)
                .recommendations(ACCOUNT).stream()
                        .filter(found -> found.centreId().equals(centre))
                        .filter(found -> found.productCode().equals(product))
                        .findFirst();
    }

    private static Optional<Recommendation.Type> type(
            Matrices matrix, UUID centre, String product, String... around) {
        return offer(matrix, centre, product, around).map(Recommendation::type);
    }

    @Test
    void offersTheBetterEditionOfWhatIsHeld() {
        assertThat(offer(matrix(""), OPERATIONS, "SENSOR-BASIC"))
                .hasValueSatisfying(found -> {
                    assertThat(found.type()).isEqualTo(Recommendation.Type.UPSELL_EDITION);
                    assertThat(found.offerCode()).isEqualTo("SENSOR-PRO");
                });
    }

    @Test
    void offersMoreOfWhatIsUsedToNinetyPercent() {
        var used =
                """
                'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b1',
                  'centreId': '01938b1c-0000-7000-8000-0000000000c1', 'productCode': 'GATEWAY',
                  'annualValue': '1.0000', 'startsOn': '2024-01-01', 'utilisation': '%s' }]
                """;

        assertThat(type(matrix(used.formatted("0.90")), OPERATIONS, "GATEWAY"))
                .contains(Recommendation.Type.UPSELL_VOLUME);
        assertThat(type(matrix(used.formatted("0.89")), OPERATIONS, "GATEWAY")).isEmpty();
    }

    @Test
    void displacesARivalWithinAHundredAndEightyDays() {
        assertThat(
                        type(
                                matrix("")
                                        .observed(
                                                FINANCE,
                                                "GATEWAY",
                                                Supply.RIVAL,
                                                TODAY.plusDays(180)),
                                FINANCE,
                                "GATEWAY"))
                .contains(Recommendation.Type.DISPLACEMENT);
        assertThat(
                        type(
                                matrix("")
                                        .observed(
                                                FINANCE,
                                                "GATEWAY",
                                                Supply.RIVAL,
                                                TODAY.plusDays(181)),
                                FINANCE,
                                "GATEWAY"))
                .isEmpty();
    }

    @Test
    void tellsTheThreeKindsOfCrossSellApart() {
        var matrix =
                matrix("")
                        .observed(FINANCE, "GATEWAY", Supply.NONE, null)
                        .observed(OPERATIONS, "GATEWAY", Supply.NONE, null)
                        .observed(FINANCE, "SENSOR-BASIC", Supply.NONE, null);

        assertThat(type(matrix, FINANCE, "SENSOR-BASIC"))
                .contains(Recommendation.Type.CROSS_SELL_CENTRE);
        assertThat(type(matrix, OPERATIONS, "GATEWAY"))
                .contains(Recommendation.Type.CROSS_SELL_PRODUCT);
        assertThat(type(matrix, FINANCE, "GATEWAY")).contains(Recommendation.Type.CROSS_SELL_NEW);
    }

    @Test
    void takesACentreForServedByAProductThatTheCatalogueDoesNotKnow() {
        var legacy =
                """
                'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b1',
                  'centreId': '01938b1c-0000-7000-8000-0000000000c2', 'productCode': 'LEGACY',
                  'annualValue': '1.0000', 'startsOn': '2024-01-01' }]
                """;

        assertThat(
                        type(
                                matrix(legacy).observed(FINANCE, "GATEWAY", Supply.NONE, null),
                                FINANCE,
                                "GATEWAY"))
                .contains(Recommendation.Type.CROSS_SELL_PRODUCT);
    }

    @Test
    void looksForAProductInTheWholeTreeNotOnlyBelow() {
        var matrix = matrix("").observed(FINANCE, "GATEWAY", Supply.NONE, null);

        assertThat(type(matrix, FINANCE, "GATEWAY", "GATEWAY"))
                .contains(Recommendation.Type.CROSS_SELL_CENTRE);
    }

    @Test
    void asksForAConfirmedNeedAndTwoPiecesOfEvidence() {
        var twice = "'2026-03-02', '2026-07-15'";

        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", twice), Supply.NONE)).isTrue();
        assertThat(evidenced(CONFIRMED_GOAL.formatted("UNCONFIRMED", twice), Supply.NONE))
                .isFalse();
        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", "'2026-03-02'"), Supply.NONE))
                .isFalse();
        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", twice), Supply.IN_HOUSE))
                .isFalse();
    }

    @Test
    void countsEvidenceOfANeedByItsDaysUntilToday() {
        var sameDay = "'2026-03-02', '2026-03-02'";
        var tomorrow = "'2026-03-02', '2026-10-31'";
        var today = "'2026-03-02', '2026-10-30'";

        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", sameDay), Supply.NONE))
                .isFalse();
        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", tomorrow), Supply.NONE))
                .isFalse();
        assertThat(evidenced(CONFIRMED_GOAL.formatted("CONFIRMED", today), Supply.NONE)).isTrue();
    }

    @Test
    void countsNoEvidenceOfWhatIsUnconfirmed() {
        assertThat(evidenced(goalAndPain("'2026-03-02'", "UNCONFIRMED", "2026-04-02"), Supply.NONE))
                .isFalse();
    }

    @Test
    void countsEvidenceOfTwoNeedsOnOneDayTwice() {
        assertThat(evidenced(goalAndPain("'2026-03-02'", "CONFIRMED", "2026-03-02"), Supply.NONE))
                .isTrue();
    }

    private static String goalAndPain(String ofGoal, String painStatus, String ofPain) {
        return CONFIRMED_GOAL.formatted("CONFIRMED", ofGoal)
                + """
                , 'painPoints': [{ 'painPointId': '01938b1c-0000-7000-8000-0000000000f6',
                  'centreId': null, 'families': ['GAT'], 'severity': 3, 'status': '%s',
                  'evidencedOn': ['%s'] }]
                """
                        .formatted(painStatus, ofPain);
    }

    private static boolean evidenced(String goal, Supply supply) {
        return offer(matrix(goal).observed(FINANCE, "GATEWAY", supply, null), FINANCE, "GATEWAY")
                .orElseThrow()
                .evidenced();
    }

    @Test
    void holdsAnOfferWhileACriticalComplaintOfTheCentreIsOpen() {
        var complaint =
                """
                'complaints': [{ 'complaintId': '01938b1c-0000-7000-8000-0000000000f2',
                  'centreId': '01938b1c-0000-7000-8000-0000000000c1', 'severity': 'CRITICAL',
                  'openedOn': '2026-05-02', 'closedOn': %s }]
                """;

        assertThat(offer(matrix(complaint.formatted("null")), OPERATIONS, "SENSOR-BASIC"))
                .hasValueSatisfying(found -> assertThat(found.held()).isTrue());
        assertThat(offer(matrix(complaint.formatted("'2026-05-09'")), OPERATIONS, "SENSOR-BASIC"))
                .hasValueSatisfying(found -> assertThat(found.held()).isFalse());
    }

    @Test
    void doesNotOfferWhatIsDisliked() {
        var dislike =
                """
                'dislikes': [{ 'productCode': 'SENSOR-PRO', 'centreId': null,
                  'observedOn': '%s' }]
                """;

        assertThat(type(matrix(dislike.formatted("2026-01-15")), OPERATIONS, "SENSOR-BASIC"))
                .isEmpty();
        assertThat(type(matrix(dislike.formatted("2025-10-29")), OPERATIONS, "SENSOR-BASIC"))
                .contains(Recommendation.Type.UPSELL_EDITION);
    }

    @Test
    void doesNotOfferWhatIsPursuedDismissedOrCooling() {
        for (var state : Set.of(Engagement.State.OPEN, Engagement.State.DISMISSED)) {
            assertThat(
                            type(
                                    matrix("")
                                            .engaged(
                                                    UUID.randomUUID(),
                                                    OPERATIONS,
                                                    "SENSOR-PRO",
                                                    state,
                                                    TODAY.plusDays(1)),
                                    OPERATIONS,
                                    "SENSOR-BASIC"))
                    .isEmpty();
        }
        assertThat(until(Engagement.State.LOST, 1)).isEmpty();
        assertThat(until(Engagement.State.LOST, 0)).contains(Recommendation.Type.UPSELL_EDITION);
        assertThat(until(Engagement.State.DISMISSED, 0))
                .contains(Recommendation.Type.UPSELL_EDITION);
    }

    @Test
    void looksAgainAtWhatWasDismissedOnceTheNeedIsEvidenced() {
        var goal = CONFIRMED_GOAL.formatted("CONFIRMED", "'2026-03-02', '2026-07-15'");

        assertThat(dismissedOn(goal, Engagement.State.DISMISSED, "2026-07-14"))
                .contains(Recommendation.Type.CROSS_SELL_PRODUCT);
        assertThat(dismissedOn(goal, Engagement.State.DISMISSED, "2026-07-15")).isEmpty();
        assertThat(dismissedOn(goal, Engagement.State.LOST, "2026-07-14")).isEmpty();
    }

    private static Optional<Recommendation.Type> dismissedOn(
            String goal, Engagement.State state, String day) {
        return type(
                matrix(goal)
                        .engaged(
                                UUID.randomUUID(),
                                OPERATIONS,
                                "GATEWAY",
                                state,
                                TODAY.plusDays(100),
                                LocalDate.parse(day)),
                OPERATIONS,
                "GATEWAY");
    }

    @Test
    void offersTheEditionThatIsExpectedToBringMost() {
        var products =
                catalogue(
                        product(
                                "SENSOR-BASIC",
                                "2000",
                                edge(EdgeKind.UPGRADE_TO, "SENSOR-A"),
                                edge(EdgeKind.UPGRADE_TO, "SENSOR-Z"),
                                edge(EdgeKind.UPGRADE_TO, "SENSOR-B")),
                        product("SENSOR-A", "3000"),
                        product("SENSOR-B", "5000"),
                        product("SENSOR-Z", "5000"));
        var found = found(Matrices.of(products, account("")), products).getFirst();

        // Twice and a half the price of 200,000 a year: 300,000 more, with the chance of one in
        // two.
        assertThat(found.offerCode()).isEqualTo("SENSOR-B");
        assertThat(found.potential()).isEqualTo("300000.0000");
        assertThat(found.expectedValue()).isEqualTo("150000.0000");
    }

    @Test
    void saysWhatAnHourIsExpectedToBring() {
        var found = offer(matrix(""), OPERATIONS, "SENSOR-BASIC").orElseThrow();

        // 100,000 more with the chance of one in two, in 20 hours and half as many without a
        // supporter.
        assertThat(found.expectedValue()).isEqualTo("50000.0000");
        assertThat(found.estimatedHours()).isEqualTo("30.0");
        assertThat(found.valuePerHour()).isEqualTo("1666.6667");
    }

    @Test
    void measuresAProspectByItsWallet() {
        var nothing = "'holdings': []";
        var small =
                offer(
                                matrix(nothing)
                                        .observed(FINANCE, "GATEWAY", Supply.NONE, null)
                                        .stated(FINANCE, "GATEWAY", "1000")
                                        .stated(FINANCE, "SENSOR-PRO", "999000"),
                                FINANCE,
                                "GATEWAY")
                        .orElseThrow();

        assertThat(small.priority().value())
                .isEqualTo(Priority.value(500, 1_000_000))
                .isLessThan(0.02);
    }

    @ParameterizedTest
    @CsvSource({"11, 2026-11-01", "4, 2027-04-01"})
    void findsTheTimeRightBeforeTheBudgetOfTheCentre(int month, String on) {
        var found = offer(matrix(fiscalYear(month)), FINANCE, "SENSOR-BASIC").orElseThrow();

        assertThat(found.priority().timing()).isEqualTo(1);
        assertThat(found.reasons())
                .contains(
                        Recommendation.Reason.of(
                                ReasonCode.WINDOW_OPEN, Map.of("of", "BUDGET", "on", on)));
    }

    @ParameterizedTest
    @ValueSource(ints = {5, 10})
    void waitsForABudgetThatIsFar(int month) {
        var found = offer(matrix(fiscalYear(month)), FINANCE, "SENSOR-BASIC").orElseThrow();

        assertThat(found.priority().timing()).isEqualTo(0.3);
    }

    private static String fiscalYear(int month) {
        return """
        'centres': [
          { 'centreId': '%s', 'name': 'Operations', 'area': 'OPERATIONS',
            'decisionScope': [], 'status': 'ACTIVE' },
          { 'centreId': '%s', 'name': 'Finance', 'area': 'FINANCE',
            'decisionScope': [], 'status': 'IDENTIFIED', 'fiscalYearStartMonth': %d }]
        """
                .formatted(OPERATIONS, FINANCE, month);
    }

    @Test
    void saysWhyEachPartOfThePriorityIsSoLarge() {
        assertThat(offer(matrix(""), OPERATIONS, "SENSOR-BASIC").orElseThrow().reasons())
                .extracting(Recommendation.Reason::code)
                .containsExactly(
                        "BETTER_EDITION_OF_WHAT_IS_HELD",
                        "ADOPTED_BY_PEERS",
                        "EXPECTED_VALUE",
                        "NO_NEED_KNOWN",
                        "GOES_WITH_WHAT_IS_HELD",
                        "NO_WINDOW_KNOWN",
                        "NO_SUPPORTER_KNOWN");
    }

    @Test
    void recommendsForEveryCellHoweverMany() {
        var products =
                catalogue(
                        IntStream.range(0, 60)
                                .mapToObj(n -> product("NEW-" + n, "10"))
                                .toArray(Product[]::new));
        var matrix = Matrices.of(products, account("'holdings': []"));
        products.keySet().forEach(code -> matrix.observed(FINANCE, code, Supply.NONE, null));

        assertThat(found(matrix, products).stream().filter(r -> r.centreId().equals(FINANCE)))
                .hasSize(60);
    }

    private static List<Recommendation> found(Matrices matrix, Map<String, Product> products) {
        return new Detector(matrix.build(), products, Set.of(), EFFORT, RULES)
                .recommendations(ACCOUNT);
    }

    @Test
    void doesNotOfferTheBetterEditionAgainOnceItIsWon() {
        var won = matrix("").won(UUID.randomUUID(), OPERATIONS, "SENSOR-PRO", HOLDING);

        assertThat(type(won, OPERATIONS, "SENSOR-BASIC")).isEmpty();
        assertThat(type(won, OPERATIONS, "SENSOR-PRO")).isEmpty();
    }

    private static Optional<Recommendation.Type> until(Engagement.State state, int days) {
        return type(
                matrix("")
                        .engaged(
                                UUID.randomUUID(),
                                OPERATIONS,
                                "SENSOR-PRO",
                                state,
                                TODAY.plusDays(days)),
                OPERATIONS,
                "SENSOR-BASIC");
    }

    @Test
    void ranksHypothesesAfterEverythingEvidenced() {
        var matrix =
                matrix(CONFIRMED_GOAL.formatted("CONFIRMED", "'2026-03-02', '2026-07-15'"))
                        .observed(FINANCE, "GATEWAY", Supply.NONE, null)
                        .stated(OPERATIONS, "SENSOR-BASIC", "99000000");

        var ranked =
                new Detector(matrix.build(), PRODUCTS, Set.of(), EFFORT, RULES)
                        .recommendations(ACCOUNT);

        assertThat(ranked)
                .isSortedAccordingTo((a, b) -> Boolean.compare(b.evidenced(), a.evidenced()));
        assertThat(ranked.getFirst().evidenced()).isTrue();
        assertThat(ranked.getLast().evidenced()).isFalse();
    }
}
