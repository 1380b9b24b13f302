package org.kamsuite.opportunity.whitespace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.kamsuite.opportunity.ProductFixtures.catalogue;
import static org.kamsuite.opportunity.ProductFixtures.edge;
import static org.kamsuite.opportunity.ProductFixtures.forSector;
import static org.kamsuite.opportunity.ProductFixtures.inUnits;
import static org.kamsuite.opportunity.ProductFixtures.product;
import static org.kamsuite.opportunity.SheetFixtures.ACCOUNT;
import static org.kamsuite.opportunity.SheetFixtures.FINANCE;
import static org.kamsuite.opportunity.SheetFixtures.HOLDING;
import static org.kamsuite.opportunity.SheetFixtures.OPERATIONS;
import static org.kamsuite.opportunity.SheetFixtures.account;
import static org.kamsuite.opportunity.whitespace.Matrices.TODAY;

import java.math.BigDecimal;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.kamsuite.opportunity.RulesFixtures;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.wallet.PeerFixtures;
import org.kamsuite.opportunity.wallet.WalletEstimate;

class MatrixBuilderTest {

    private static final UUID DEAL = UUID.randomUUID();

    private static final Map<String, Product> PRODUCTS =
            catalogue(
                    product(
                            "SENSOR-BASIC",
                            "2000",
                            edge(Product.EdgeKind.UPGRADE_TO, "SENSOR-PRO")),
                    product("SENSOR-PRO", "3000"),
                    product("GATEWAY", "500"));

    private static Matrices matrix(String more) {
        return Matrices.of(PRODUCTS, account(more));
    }

    @Test
    void sizesABetterEditionByThePriceOfIt() {
        var cell = matrix("").cell(OPERATIONS, "SENSOR-BASIC");

        assertThat(cell.state()).isEqualTo(CellState.OWNED_UPSELL);
        assertThat(cell.upgrades()).containsExactly("SENSOR-PRO");
        assertThat(cell.whiteSpaceValue()).isEqualTo(new BigDecimal("100000.0000"));
    }

    @Test
    void callsWhiteOnlyWhatIsKnownToBeUnserved() {
        var matrix =
                matrix("")
                        .stated(FINANCE, "GATEWAY", "50000")
                        .stated(OPERATIONS, "GATEWAY", "7000");

        assertThat(matrix.cell(FINANCE, "GATEWAY").state()).isEqualTo(CellState.UNKNOWN);
        assertThat(matrix.cell(FINANCE, "GATEWAY").whiteSpaceValue()).isNull();
        assertThat(
                        matrix.observed(FINANCE, "GATEWAY", Supply.NONE, null)
                                .cell(FINANCE, "GATEWAY")
                                .whiteSpaceValue())
                .isEqualTo(new BigDecimal("50000.0000"));
    }

    @Test
    void forgetsWhatWasFoundOutTooLongAgo() {
        var cell =
                matrix("")
                        .observed(
                                FINANCE, "GATEWAY", Supply.NONE, null, null, TODAY.minusMonths(24))
                        .cell(FINANCE, "GATEWAY");

        assertThat(cell.supply()).isEqualTo(Supply.UNKNOWN);
        assertThat(cell.lastCheckedOn()).isEqualTo(TODAY.minusMonths(24));
        assertThat(cell.confidence()).isBetween(new BigDecimal("0.22"), new BigDecimal("0.23"));
    }

    @Test
    void takesTheLockedPartOfARivalOff() {
        var matrix = matrix("").stated(FINANCE, "GATEWAY", "50000");
        var unlocked = TODAY.plusMonths(11);
        var locked = TODAY.plusMonths(13);

        assertThat(
                        matrix.observed(
                                        FINANCE,
                                        "GATEWAY",
                                        Supply.RIVAL,
                                        unlocked,
                                        "40000",
                                        TODAY.minusDays(2))
                                .cell(FINANCE, "GATEWAY")
                                .whiteSpaceValue())
                .isEqualTo(new BigDecimal("50000.0000"));
        assertThat(
                        matrix.observed(
                                        FINANCE,
                                        "GATEWAY",
                                        Supply.RIVAL,
                                        locked,
                                        "40000",
                                        TODAY.minusDays(1))
                                .cell(FINANCE, "GATEWAY")
                                .whiteSpaceValue())
                .isEqualTo(new BigDecimal("10000.0000"));
    }

    @Test
    void countsByTheRulesOfTheCompany() {
        var renewal = TODAY.plusMonths(13);
        var matrix =
                matrix("")
                        .stated(FINANCE, "GATEWAY", "50000")
                        .observed(
                                FINANCE,
                                "GATEWAY",
                                Supply.RIVAL,
                                renewal,
                                null,
                                TODAY.minusMonths(24));

        var longer =
                matrix.rules(RulesFixtures.with("half-life-months", "24")).cell(FINANCE, "GATEWAY");
        var nearer =
                matrix.rules(RulesFixtures.with("least-confidence", "0.2"))
                        .cell(FINANCE, "GATEWAY");

        assertThat(matrix.rules(RulesFixtures.RULES).cell(FINANCE, "GATEWAY").supply())
                .isEqualTo(Supply.UNKNOWN);
        assertThat(longer.confidence()).isBetween(new BigDecimal("0.44"), new BigDecimal("0.46"));
        assertThat(longer.whiteSpaceValue()).isEqualTo("0.0000");
        assertThat(nearer.supply()).isEqualTo(Supply.RIVAL);
    }

    @Test
    void locksARivalsPartByTheHorizonOfTheCompany() {
        var cell =
                matrix("")
                        .stated(FINANCE, "GATEWAY", "50000")
                        .observed(FINANCE, "GATEWAY", Supply.RIVAL, TODAY.plusMonths(13))
                        .rules(RulesFixtures.with("lock-months", "13"))
                        .cell(FINANCE, "GATEWAY");

        assertThat(cell.whiteSpaceValue()).isEqualTo("50000.0000");
    }

    @Test
    void watchesARivalWhoseContractComesUpLater() {
        var later = TODAY.plusDays(181);

        assertThat(
                        matrix("")
                                .observed(FINANCE, "GATEWAY", Supply.RIVAL, later)
                                .cell(FINANCE, "GATEWAY")
                                .watchFrom())
                .isEqualTo(TODAY.plusDays(1));
        assertThat(
                        matrix("")
                                .observed(FINANCE, "GATEWAY", Supply.RIVAL, TODAY.plusDays(180))
                                .cell(FINANCE, "GATEWAY")
                                .watchFrom())
                .isNull();
    }

    @Test
    void takesTheCustomersWordBeforeThatOfPeers() {
        var matrix = matrix("").peers(PeerFixtures.twelveOfTwenty("GATEWAY", 100.0, null));

        // 100 a head of 400 people, over the two centres that may decide on it.
        assertThat(matrix.cell(FINANCE, "GATEWAY").wallet())
                .isEqualTo(
                        WalletEstimate.of(
                                new BigDecimal("20000"),
                                WalletEstimate.Basis.PEER_QUANTILE,
                                PeerFixtures.MADE_ON));
        assertThat(matrix.stated(FINANCE, "GATEWAY", "1").cell(FINANCE, "GATEWAY").wallet())
                .isEqualTo(
                        WalletEstimate.of(
                                BigDecimal.ONE, WalletEstimate.Basis.CUSTOMER_STATED, TODAY));
    }

    @Test
    void sizesByTheRevenueOfACustomerWhoseHeadcountIsNotKnown() {
        var peers = PeerFixtures.twelveOfTwenty("GATEWAY", 100.0, null);

        // 0.1 by each unit of revenue, over the two centres that may decide on it.
        assertThat(
                        matrix("'headcount': null, 'customerRevenue': '4000.0000'")
                                .peers(peers)
                                .cell(FINANCE, "GATEWAY")
                                .wallet())
                .isEqualTo(
                        WalletEstimate.of(
                                new BigDecimal("200"),
                                WalletEstimate.Basis.PEER_QUANTILE,
                                PeerFixtures.MADE_ON));
    }

    @Test
    void liftsAWalletToWhatIsSpentWithUs() {
        var cell =
                matrix("")
                        .stated(OPERATIONS, "SENSOR-BASIC", "150000")
                        .cell(OPERATIONS, "SENSOR-BASIC");

        assertThat(Objects.requireNonNull(cell.wallet()).mid()).isEqualTo("200000.0000");
        assertThat(cell.ourShare()).isEqualTo("1.0000");
    }

    @Test
    void saysByWhatACellIsSized() {
        assertThat(matrix("").cell(FINANCE, "GATEWAY").walletBasis())
                .isEqualTo(WalletEstimate.Basis.UNSIZED);
        assertThat(
                        matrix("")
                                .observed(FINANCE, "GATEWAY", Supply.NOT_APPLICABLE, null)
                                .cell(FINANCE, "GATEWAY")
                                .walletBasis())
                .isNull();
    }

    @Test
    void comparesTheQuantityOfTheWholeAccountWithThatOfPeers() {
        // 0.5 a head of 400 people: accounts of that size usually have 200.
        var peers = PeerFixtures.twelveOfTwenty("GATEWAY", null, 0.5);

        assertThat(gateways("100", "100").peers(peers).cell(OPERATIONS, "GATEWAY").volumeUpsell())
                .isFalse();
        assertThat(gateways("100", "99").peers(peers).cell(OPERATIONS, "GATEWAY").volumeUpsell())
                .isTrue();
    }

    private static Matrices gateways(String operations, String finance) {
        var holding =
                """
                { 'holdingId': '%s', 'centreId': '%s', 'productCode': 'GATEWAY',
                  'quantity': '%s', 'startsOn': '2024-01-01' }
                """;
        return matrix(
                "'holdings': ["
                        + holding.formatted(HOLDING, OPERATIONS, operations)
                        + ", "
                        + holding.formatted(DEAL, FINANCE, finance)
                        + "]");
    }

    @Test
    void rulesAProductOutOnlyByASectorThatIsKnown() {
        var products = catalogue(forSector(product("GATEWAY", "500"), "10.1"));

        assertThat(Matrices.of(products, account("")).cell(FINANCE, "GATEWAY").supply())
                .isEqualTo(Supply.NOT_APPLICABLE);
        assertThat(
                        Matrices.of(products, account("'sectorCode': null"))
                                .cell(FINANCE, "GATEWAY")
                                .supply())
                .isEqualTo(Supply.UNKNOWN);
    }

    @Test
    void keepsUnitsOutOfMoney() {
        var matrix =
                Matrices.of(catalogue(inUnits(product("GATEWAY", "500"))), account(""))
                        .stated(FINANCE, "GATEWAY", "80")
                        .observed(FINANCE, "GATEWAY", Supply.NONE, null);

        assertThat(matrix.build().totals().whiteSpaceValue()).isZero();
        assertThat(matrix.build().totals().unsizedCells()).isEqualTo(1);
    }

    @Test
    void sizesAColumnOfUnitsInUnits() {
        var matrix =
                Matrices.of(
                                catalogue(inUnits(product("GATEWAY", "500"))),
                                account(
                                        """
                                        'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b1',
                                          'centreId': '01938b1c-0000-7000-8000-0000000000c1',
                                          'productCode': 'GATEWAY', 'quantity': '30',
                                          'annualValue': '1.0000', 'startsOn': '2024-01-01' }]
                                        """))
                        .peers(PeerFixtures.twelveOfTwenty("GATEWAY", null, 0.5))
                        .observed(FINANCE, "GATEWAY", Supply.NONE, null)
                        .build();

        // Half a gateway by each of 400 people, in two centres: 100 in each.
        assertThat(matrix.cells())
                .extracting(Cell::walletUnits)
                .containsOnly(new BigDecimal("100.0000"));
        assertThat(matrix.totals().whiteSpaceUnits()).isEqualTo("170.0000");
        assertThat(matrix.totals().unitCells()).isEqualTo(2);
        assertThat(matrix.totals().unsizedCells()).isZero();
        assertThat(matrix.totals().whiteSpaceValue()).isZero();
    }

    @Test
    void showsWhoFoundOutAndWhatHangsOnACell() {
        var goal =
                """
                'goals': [{ 'goalId': '01938b1c-0000-7000-8000-0000000000f5', 'centreId': null,
                  'families': ['GAT'], 'priority': 4, 'status': 'CONFIRMED', 'dueOn': null,
                  'evidencedOn': [] }]
                """;
        var cell =
                matrix(goal)
                        .observed(FINANCE, "GATEWAY", Supply.RIVAL, null, "30000", TODAY)
                        .stated(FINANCE, "GATEWAY", "120000")
                        .engaged(DEAL, FINANCE, "GATEWAY", Engagement.State.OPEN, null)
                        .cell(FINANCE, "GATEWAY");

        assertThat(cell.source()).isEqualTo("ana");
        assertThat(cell.rivalShare()).isEqualTo("0.2500");
        assertThat(cell.opportunityIds()).containsExactly(DEAL);
        assertThat(cell.linkedNeeds())
                .containsExactly(UUID.fromString("01938b1c-0000-7000-8000-0000000000f5"));
    }

    @Test
    void countsAWinAsOursUntilTheSheetShowsIt() {
        var won =
                matrix("")
                        .engaged(DEAL, FINANCE, "GATEWAY", Engagement.State.WON, null)
                        .cell(FINANCE, "GATEWAY");

        assertThat(won.supply()).isEqualTo(Supply.US);
        assertThat(won.provisional()).isTrue();
        assertThat(won.currentAnnualValue()).isEqualTo(new BigDecimal("5000.0000"));
    }

    @Test
    void keepsAWinThatIsBookedForALaterDay() {
        var won =
                matrix(
                                """
                                'wins': [{ 'opportunityId': '%s', 'winVersion': 1, 'outcome': 'BOOKED',
                                  'holdingId': '01938b1c-0000-7000-8000-0000000000b9' }],
                                'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b9',
                                  'centreId': '%s', 'productCode': 'GATEWAY',
                                  'annualValue': '5000.0000', 'startsOn': '2027-01-01' }]
                                """
                                        .formatted(DEAL, FINANCE))
                        .engaged(DEAL, FINANCE, "GATEWAY", Engagement.State.WON, null)
                        .cell(FINANCE, "GATEWAY");

        assertThat(won.supply()).isEqualTo(Supply.US);
        assertThat(won.provisional()).isTrue();
    }

    @Test
    void countsAWonUpgradeInsteadOfWhatItReplaces() {
        var matrix = matrix("").won(DEAL, OPERATIONS, "SENSOR-PRO", HOLDING);

        assertThat(matrix.cell(OPERATIONS, "SENSOR-BASIC").supply()).isEqualTo(Supply.US);
        assertThat(matrix.cell(OPERATIONS, "SENSOR-BASIC").currentAnnualValue()).isZero();
        assertThat(matrix.cell(OPERATIONS, "SENSOR-BASIC").upgrades()).isEmpty();
        assertThat(matrix.cell(OPERATIONS, "SENSOR-PRO").currentAnnualValue())
                .isEqualTo(new BigDecimal("300000.0000"));
    }

    @Test
    void countsMoreOfTheSameInsteadOfWhatItReplaces() {
        var cell =
                matrix("")
                        .won(DEAL, OPERATIONS, "SENSOR-BASIC", HOLDING)
                        .cell(OPERATIONS, "SENSOR-BASIC");

        assertThat(cell.currentAnnualValue()).isEqualTo(new BigDecimal("300000.0000"));
        assertThat(cell.provisional()).isTrue();
    }

    @Test
    void givesUpAWinThatWasRefused() {
        var refused =
                matrix(
                                """
                                'wins': [{ 'opportunityId': '%s', 'winVersion': 1,
                                  'outcome': 'REFUSED', 'reason': 'NO_SUCH_CENTRE' }]
                                """
                                        .formatted(DEAL))
                        .engaged(DEAL, FINANCE, "GATEWAY", Engagement.State.WON, null)
                        .cell(FINANCE, "GATEWAY");

        assertThat(refused.supply()).isEqualTo(Supply.UNKNOWN);
    }

    @Test
    void saysWhatIsPursued() {
        var matrix = matrix("").recommended(new CellKey(FINANCE, "GATEWAY"));

        assertThat(matrix.cell(FINANCE, "GATEWAY").pursuit()).isEqualTo(Pursuit.RECOMMENDED);
        assertThat(matrix.cell(OPERATIONS, "GATEWAY").pursuit()).isEqualTo(Pursuit.NONE);
        assertThat(
                        matrix.engaged(
                                        DEAL,
                                        FINANCE,
                                        "GATEWAY",
                                        Engagement.State.LOST,
                                        TODAY.plusDays(1))
                                .cell(FINANCE, "GATEWAY")
                                .state())
                .isEqualTo(CellState.COOLING);
        assertThat(
                        matrix.engaged(DEAL, FINANCE, "GATEWAY", Engagement.State.OPEN, null)
                                .cell(FINANCE, "GATEWAY")
                                .state())
                .isEqualTo(CellState.IN_PURSUIT);
    }

    @Test
    void flagsAContractThatEndsSoon() {
        var contract = "01938b1c-0000-7000-8000-0000000000d1";
        var cell =
                matrix(
                                """
                                'contracts': [{ 'contractId': '%s', 'endsOn': '2027-01-31' }],
                                'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b1',
                                  'centreId': '%s', 'productCode': 'GATEWAY', 'contractId': '%s',
                                  'annualValue': '1.0000', 'startsOn': '2024-01-01' }]
                                """
                                        .formatted(contract, OPERATIONS, contract))
                        .cell(OPERATIONS, "GATEWAY");

        assertThat(cell.renewalOn()).isEqualTo("2027-01-31");
        assertThat(cell.renewalRisk()).isTrue();
    }

    private static Cell underContract(String holding, String contract) {
        var id = "01938b1c-0000-7000-8000-0000000000d1";
        return matrix(
                        """
                        'contracts': [{ 'contractId': '%s' %s }],
                        'holdings': [{ 'holdingId': '01938b1c-0000-7000-8000-0000000000b1',
                          'centreId': '%s', 'productCode': 'GATEWAY', 'contractId': '%s',
                          'annualValue': '1.0000', 'startsOn': '2024-01-01' %s }]
                        """
                                .formatted(id, contract, OPERATIONS, id, holding))
                .cell(OPERATIONS, "GATEWAY");
    }

    @Test
    void losesWhatAContractThatHasEndedCovered() {
        assertThat(underContract("", ", 'endsOn': '2026-10-30'").supply())
                .isEqualTo(Supply.UNKNOWN);
        assertThat(underContract("", ", 'endsOn': '2026-10-31'").supply()).isEqualTo(Supply.US);
    }

    @Test
    void takesTheEarliestOfRenewalAndEnds() {
        var renewal = ", 'renewalOn': '2029-01-01'";

        assertThat(underContract(renewal, ", 'endsOn': '2027-01-31'").renewalOn())
                .isEqualTo("2027-01-31");
        assertThat(underContract(renewal, ", 'endsOn': '2027-01-31'").renewalRisk()).isTrue();
        assertThat(underContract(renewal, "").renewalRisk()).isFalse();
    }

    @Test
    void flagsAContractUnderNotice() {
        var ends = ", 'endsOn': '2029-01-01'";

        assertThat(underContract("", ends + ", 'noticeGivenOn': '2026-10-30'").renewalRisk())
                .isTrue();
        assertThat(underContract("", ends + ", 'noticeGivenOn': '2026-10-31'").renewalRisk())
                .isFalse();
    }

    @Test
    void flagsWhatIsHeldAndNotInTheCatalogue() {
        var matrix = matrix(holding(legacy("100.0000", "2024-01-01"))).build();

        assertThat(matrix.unknownProducts())
                .containsExactly(
                        new UnknownProduct(
                                ACCOUNT, OPERATIONS, "LEGACY", new BigDecimal("100.0000")));
        assertThat(matrix.unknownProductsCounted()).isEqualTo(1);
        assertThat(matrix.cells()).noneMatch(cell -> cell.productCode().equals("LEGACY"));
        assertThat(matrix.totals()).isEqualTo(matrix("'holdings': []").build().totals());
    }

    @Test
    void addsUpWhatACentreHoldsOfAnUnknownProductToday() {
        var matrix =
                matrix(
                                holding(
                                        legacy("100.0000", "2024-01-01"),
                                        legacy("20.0000", "2026-10-30"),
                                        legacy("3.0000", "2026-10-31")))
                        .build();

        assertThat(matrix.unknownProducts())
                .extracting(UnknownProduct::annualValue)
                .containsExactly(new BigDecimal("120.0000"));
    }

    @Test
    void countsAnUnknownProductOnceAndNotOfWhatCountsForItself() {
        var child =
                """
                'accountId': '01938b1c-0000-7000-8000-000000000002', 'parentId': '%s',
                'ownRollUpFrom': %s,
                """;
        var held = holding(legacy("100.0000", "2024-01-01"));
        var above = account("'holdings': []");

        assertThat(
                        Matrices.of(
                                        PRODUCTS,
                                        account(held),
                                        account(child.formatted(ACCOUNT, "null") + held))
                                .build()
                                .unknownProductsCounted())
                .isEqualTo(1);
        var apart =
                Matrices.of(
                                PRODUCTS,
                                above,
                                account(child.formatted(ACCOUNT, "'2026-01-01'") + held))
                        .build();
        assertThat(apart.unknownProductsCounted()).isZero();
        assertThat(apart.unknownProducts()).hasSize(1);
    }

    private static String holding(String... held) {
        return "'holdings': [" + String.join(",", held) + "]";
    }

    private static String legacy(String value, String startsOn) {
        return """
        { 'holdingId': '%s', 'centreId': '%s', 'productCode': 'LEGACY',
          'annualValue': '%s', 'startsOn': '%s' }
        """
                .formatted(UUID.randomUUID(), OPERATIONS, value, startsOn);
    }

    @Test
    void addsUpTheLeavesOfTheTree() {
        var below =
                account(
                        """
                        'accountId': '01938b1c-0000-7000-8000-000000000002',
                        'parentId': '01938b1c-0000-7000-8000-000000000001'
                        """);

        var whole = Matrices.of(PRODUCTS, account(""), below).build().totals();
        var leaf = Matrices.of(PRODUCTS, below).build().totals();

        assertThat(whole.whiteSpaceValue())
                .isEqualTo(leaf.whiteSpaceValue().add(leaf.whiteSpaceValue()));
        assertThat(whole.applicableCells()).isEqualTo(2 * leaf.applicableCells());
    }
}
