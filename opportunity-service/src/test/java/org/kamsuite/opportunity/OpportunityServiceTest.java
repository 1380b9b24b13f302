package org.kamsuite.opportunity;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.common.ResourceArg;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.function.UnaryOperator;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestEvents;
import org.kamsuite.embedded.TestTokens;
import org.kamsuite.opportunity.facts.FiscalYear;

@QuarkusTest
@QuarkusTestResource(
        value = ServersForTests.class,
        initArgs = @ResourceArg(name = "database", value = "opportunity"))
class OpportunityServiceTest {

    /// The zone of the sample's company.
    private static final ZoneId ZONE = ZoneId.of("America/Sao_Paulo");

    private static final String OPERATIONS = "01938b1c-0000-7000-8000-0000000000c1";

    @ConfigProperty(name = "kafka.bootstrap.servers")
    String servers;

    private TestEvents events;
    private UUID account;

    @BeforeEach
    void knowAnAccountAndProducts() throws IOException {
        events = new TestEvents(servers);
        account = UUID.randomUUID();
        events.send("company", "company", "org.kamsuite.company.settings.v1", 1, sample("company"));
        product(
                "SENSOR-BASIC",
                "SENSORS",
                "2000",
                "{ \"kind\": \"UPGRADE_TO\", \"productCode\": \"SENSOR-PRO\" }");
        product("SENSOR-PRO", "SENSORS", "3000", "");
        product("GATEWAY", "GATEWAYS", "500", "");
        send(1);
        waitFor(1);
    }

    @AfterEach
    void close() {
        events.close();
    }

    private void send(long sequence) throws IOException {
        send(sequence, sheet -> sheet);
    }

    private void send(long sequence, UnaryOperator<String> change) throws IOException {
        send(account, sequence, change);
    }

    private void send(UUID id, long sequence, UnaryOperator<String> change) throws IOException {
        events.send(
                "accounts",
                id.toString(),
                "org.kamsuite.account.facts.v1",
                sequence,
                change.apply(
                        sample("accounts")
                                .replace("01938b1c-0000-7000-8000-000000000001", id.toString())
                                .replace("0000000000b1", id.toString().substring(24))
                                .replace(
                                        "2026-08-14", LocalDate.now(ZONE).minusMonths(1).toString())
                                .replace(
                                        "\"2026-09\"",
                                        "\"" + YearMonth.now(ZONE).minusMonths(2) + "\"")
                                .replace(
                                        "\"decisionScope\": [\"SENSORS\"]", "\"decisionScope\": []")
                                .replace(
                                        "\"endsOn\": \"2027-01-01\"",
                                        "\"endsOn\": \"2037-01-01\"")));
    }

    private static String sample(String topic) throws IOException {
        return Files.readString(Path.of("../docs/events/" + topic + ".sample.json"));
    }

    private static RequestSpecification as(String role) {
        return given().auth().oauth2(TestTokens.of("ana", role)).contentType("application/json");
    }

    private static void product(String code, String family, String price, String edge) {
        var etag = as("integrator").get("/api/v1/products/" + code).header("ETag");
        put(code, family, price, edge, etag).then().statusCode(200);
    }

    private static Response put(
            String code, String family, String price, String edge, @Nullable String etag) {
        var request = as("integrator");
        if (etag != null) {
            request.header("If-Match", etag);
        }
        return request.body(
                        """
                        { "productCode": "%s", "name": "%s", "familyCode": "%s", "familyName": "%s",
                          "lifeCycle": "ACTIVE", "valueMode": "MONEY", "listPrice": "%s",
                          "sectors": [], "edges": [%s] }
                        """
                                .formatted(code, code, family, family, price, edge))
                .put("/api/v1/products/" + code);
    }

    @Test
    void losesNoneOfTwoWritesOfAProduct() throws Exception {
        var code = "RACE-" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(Locale.ROOT);
        Callable<Integer> write = () -> put(code, "RACES", "10", "", null).statusCode();

        try (var writers = Executors.newFixedThreadPool(2)) {
            var answers = new ArrayList<Integer>();
            for (var answer : writers.invokeAll(List.of(write, write))) {
                answers.add(answer.get());
            }
            assertThat(answers).containsExactlyInAnyOrder(200, 428);
        }
        var etag = as("reader").get("/api/v1/products/" + code).header("ETag");
        put(code, "RACES", "11", "", etag).then().statusCode(200);
        put(code, "RACES", "12", "", etag).then().statusCode(412);
    }

    @Test
    void refusesEditionsThatCanBeRaisedToThemselves() {
        var etag = as("reader").get("/api/v1/products/SENSOR-PRO").header("ETag");
        var back = "{ \"kind\": \"UPGRADE_TO\", \"productCode\": \"SENSOR-BASIC\" }";

        put("SENSOR-PRO", "SENSORS", "3000", back, etag)
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/upgrade-circle"))
                .body("errors.pointer", hasItem("/edges"));
        as("reader")
                .get("/api/v1/products/SENSOR-PRO")
                .then()
                .header("ETag", equalTo(etag))
                .body("edges", hasSize(0));
    }

    private void waitFor(long sequence) {
        waitFor(account, sequence);
    }

    private static void waitFor(UUID id, long sequence) {
        as("reader")
                .header("X-Wait-For", id + ";1." + sequence + ";10000ms")
                .get("/api/v1/white-space/" + id)
                .then()
                .statusCode(200);
    }

    @Test
    void showsTheMatrixOfCentresAndProducts() {
        var matrix = as("reader").get("/api/v1/white-space/" + account).then().statusCode(200);

        matrix.body("rows", hasSize(2))
                .body("cells", hasSize(6))
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'SENSOR-BASIC' }.state"
                                .formatted(OPERATIONS),
                        equalTo("OWNED_UPSELL"))
                .body("totals.ownedCells", equalTo(1))
                .body("totals.unknownCells", equalTo(5))
                .body("totals.whiteSpaceValue", equalTo("120000.0000"));
    }

    @Test
    void flagsWhatIsHeldAndNotInTheCatalogue() throws IOException {
        send(
                2,
                sheet ->
                        sheet.replace(
                                "\"productCode\": \"SENSOR-BASIC\"",
                                "\"productCode\": \"NO-SUCH\""));
        waitFor(2);

        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .statusCode(200)
                .body("unknownProducts", hasSize(1))
                .body("unknownProducts[0].accountId", equalTo(account.toString()))
                .body("unknownProducts[0].centreId", equalTo(OPERATIONS))
                .body("unknownProducts[0].productCode", equalTo("NO-SUCH"))
                .body("unknownProducts[0].annualValue", equalTo("240000.0000"))
                .body("totals.ownedCells", equalTo(0))
                .body("totals.ourSpendInScope", equalTo("0.0000"));
        await().untilAsserted(() ->
                assertThat(totals())
                        .last()
                        .satisfies(event ->
                                assertThat(
                                                new ObjectMapper()
                                                        .readTree(event.value())
                                                        .required("unknownProducts")
                                                        .asInt())
                                        .isEqualTo(1)));
    }

    @Test
    void comparesActiveAccountsInANumberedFrame() throws IOException {
        var before = makeFrame();
        var prospect = UUID.randomUUID();
        send(prospect, 1, sheet -> sheet.replaceFirst("\"ACTIVE\"", "\"PROSPECT\""));
        waitFor(prospect, 1);

        var without = makeFrame();
        send(prospect, 2, sheet -> sheet);
        waitFor(prospect, 2);
        var with = makeFrame();

        assertThat(without.getInt("members")).isEqualTo(before.getInt("members"));
        assertThat(with.getInt("members")).isEqualTo(before.getInt("members") + 1);
        assertThat(with.getLong("frame")).isGreaterThan(without.getLong("frame"));
        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body("peerFrame", equalTo(with.getInt("frame")));
        as("reader")
                .get("/api/v1/peer-frames/latest")
                .then()
                .statusCode(200)
                .body("frame", equalTo(with.getInt("frame")));
    }

    private static JsonPath makeFrame() {
        return as("lead")
                .body("{ \"reason\": \"A test looks at it\" }")
                .post("/api/v1/peer-frames")
                .then()
                .statusCode(201)
                .extract()
                .jsonPath();
    }

    @Test
    void recommendsTheBetterEditionAndSaysWhomToTalkTo() {
        as("manager")
                .queryParam("accountId", account)
                .queryParam("type", "UPSELL_EDITION")
                .get("/api/v1/recommendations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .body("items[0].recommendation.offerCode", equalTo("SENSOR-PRO"))
                .body("items[0].recommendation.evidenced", equalTo(true))
                .body(
                        "items[0].recommendation.entryStakeholderId",
                        equalTo("01938b1c-0000-7000-8000-0000000000a1"))
                .body(
                        "items[0].recommendation.introduction",
                        equalTo(List.of("01938b1c-0000-7000-8000-0000000000a1")))
                .body(
                        "items[0].recommendation.reasons.parameters.managerId",
                        hasItem("01938b1c-0000-7000-8000-0000000000e1"))
                .body("items[0].recommendation.reasons.code", hasItem("NEED_CONFIRMED"))
                .body("items[0].recommendation.reasons.code", hasItem("SUPPORTER_IN_THE_CENTRE"))
                .body("items[0].visibility", equalTo("FULL"));
    }

    @Test
    void saysWhomToTalkToOnlyToLeadsAndTheTeam() {
        for (var caller :
                List.of(
                        TestTokens.of("ana", "reader"),
                        TestTokens.of("ana", "integrator", "approver"),
                        TestTokens.of("bento", "manager"))) {
            var line = betterEdition(caller);
            assertThat(line.getString("visibility")).isEqualTo("PARTIAL");
            assertThat(line.getString("recommendation.entryStakeholderId")).isNull();
            assertThat(line.getList("recommendation.introduction")).isEmpty();
            assertThat(line.getList("recommendation.reasons.code", String.class))
                    .contains("NEED_CONFIRMED")
                    .doesNotContain("SUPPORTER_IN_THE_CENTRE");
            assertThat(line.prettify()).doesNotContain("0000000000a1");
        }
        assertThat(betterEdition(TestTokens.of("carla", "lead")).getString("visibility"))
                .isEqualTo("FULL");
    }

    private JsonPath betterEdition(String token) {
        return given().auth()
                .oauth2(token)
                .queryParam("accountId", account)
                .queryParam("type", "UPSELL_EDITION")
                .get("/api/v1/recommendations")
                .then()
                .statusCode(200)
                .body("items", hasSize(1))
                .extract()
                .jsonPath()
                .setRootPath("items[0]");
    }

    @Test
    void showsWhatWasFoundOutAndSizesItByTheCustomersWord() throws IOException {
        as("manager")
                .body(
                        """
                        { "centreId": "%s", "productCode": "GATEWAY", "supply": "NONE",
                          "confidence": "0.9", "observedOn": "%s" }
                        """
                                .formatted(OPERATIONS, LocalDate.now(ZONE)))
                .post("/api/v1/white-space/" + account + "/observations")
                .then()
                .statusCode(201);
        as("manager")
                .body(
                        """
                        { "centreId": "%s", "productCode": "GATEWAY", "annualValue": "50000",
                          "basis": "CUSTOMER_STATED", "statedOn": "%s" }
                        """
                                .formatted(OPERATIONS, LocalDate.now(ZONE)))
                .post("/api/v1/white-space/" + account + "/wallet-statements")
                .then()
                .statusCode(201);

        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'GATEWAY' }.state"
                                .formatted(OPERATIONS),
                        equalTo("WHITE"))
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'GATEWAY' }.whiteSpaceValue"
                                .formatted(OPERATIONS),
                        equalTo("50000.0000"));
        send(2);
        waitFor(2);
        as("reader")
                .queryParam("accountId", account)
                .queryParam("type", "CROSS_SELL_PRODUCT")
                .queryParam("productCode", "GATEWAY")
                .queryParam("centreId", OPERATIONS)
                .get("/api/v1/recommendations")
                .then()
                .body("items", hasSize(1));
    }

    @Test
    void takesTheCustomersWordBeforeANewerOneOfOurs() {
        var today = LocalDate.now(ZONE);
        stateWallet("50000", "CUSTOMER_STATED", today.minusDays(9));
        stateWallet("70000", "SELLER_VALIDATED", today.minusDays(1));

        sizesTheGatewayBy("50000.0000", "CUSTOMER_STATED");

        stateWallet("60000", "CUSTOMER_STATED", today.minusDays(8));

        sizesTheGatewayBy("60000.0000", "CUSTOMER_STATED");
    }

    private void stateWallet(String value, String basis, LocalDate statedOn) {
        as("manager")
                .body(
                        """
                        { "centreId": "%s", "productCode": "GATEWAY", "annualValue": "%s",
                          "basis": "%s", "statedOn": "%s" }
                        """
                                .formatted(OPERATIONS, value, basis, statedOn))
                .post("/api/v1/white-space/" + account + "/wallet-statements")
                .then()
                .statusCode(201);
    }

    private void sizesTheGatewayBy(String amount, String basis) {
        var cell =
                "cells.find { it.centreId == '%s' && it.productCode == 'GATEWAY' }.wallet"
                        .formatted(OPERATIONS);
        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body(cell + ".mid", equalTo(amount))
                .body(cell + ".basis", equalTo(basis));
    }

    @Test
    void letsAnOfferCoolUntilTheCentreHasANewBudget() {
        var opportunity = takeUp("UPSELL_EDITION");

        // The company's own year begins in January.
        move(opportunity, "{ \"to\": \"LOST\", \"reasonCode\": \"NO_BUDGET\" }")
                .then()
                .statusCode(200)
                .body(
                        "coolingUntil",
                        equalTo(new FiscalYear(4).nextAfter(LocalDate.now(ZONE)).toString()));
    }

    @Test
    void bringsARecommendationToAWin() {
        var recommendation =
                as("reader")
                        .queryParam("accountId", account)
                        .queryParam("type", "UPSELL_EDITION")
                        .get("/api/v1/recommendations")
                        .<List<String>>path("items.recommendation.id")
                        .getFirst();
        var taken =
                as("manager")
                        .body("{ \"to\": \"QUALIFIED\" }")
                        .post("/api/v1/recommendations/" + recommendation + "/moves");
        taken.then().statusCode(201).body("state", equalTo("QUALIFIED"));
        var opportunity = taken.<String>path("id");

        as("manager")
                .body("{ \"to\": \"WON\" }")
                .header("If-Match", taken.header("ETag"))
                .post("/api/v1/opportunities/" + opportunity + "/moves")
                .then()
                .statusCode(400)
                .body("errors.detail", hasItem("A win needs annualValue and startsOn"));
        as("manager")
                .body("{ \"to\": \"HYPOTHESIS\" }")
                .header("If-Match", taken.header("ETag"))
                .post("/api/v1/opportunities/" + opportunity + "/moves")
                .then()
                .statusCode(409)
                .body("allowed", hasItem("PROPOSED"));
        as("manager")
                .body(
                        "{ \"to\": \"WON\", \"annualValue\": \"360000\", \"quantity\": \"120\", \"startsOn\": \"%s\" }"
                                .formatted(LocalDate.now(ZONE)))
                .header("If-Match", taken.header("ETag"))
                .post("/api/v1/opportunities/" + opportunity + "/moves")
                .then()
                .statusCode(200)
                .body("state", equalTo("WON"))
                .body("winVersion", equalTo(1));

        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'SENSOR-PRO' }.provisional"
                                .formatted(OPERATIONS),
                        equalTo(true))
                .body("totals.ownedCells", equalTo(2));
        assertThat(opportunity).isNotBlank();
    }

    @Test
    void refusesAnIncompleteObservationWithAllRules() {
        as("manager")
                .body("{ \"supply\": \"US\", \"confidence\": \"1.5\" }")
                .post("/api/v1/white-space/" + account + "/observations")
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/centreId"))
                .body("errors.pointer", hasItem("/confidence"))
                .body("errors.pointer", hasItem("/observedOn"));
    }

    @Test
    void refusesFindingsAboutAProductThatIsUnknown() {
        var observation =
                """
                { "centreId": "%s", "productCode": "NO-SUCH", "supply": "NONE",
                  "confidence": "0.9", "observedOn": "%s" }
                """;
        var statement =
                """
                { "centreId": "%s", "productCode": "NO-SUCH", "annualValue": "50000",
                  "basis": "CUSTOMER_STATED", "statedOn": "%s" }
                """;

        refusesTheProduct("observations", observation);
        refusesTheProduct("wallet-statements", statement);
    }

    private void refusesTheProduct(String path, String body) {
        as("manager")
                .body(body.formatted(OPERATIONS, LocalDate.now(ZONE)))
                .post("/api/v1/white-space/" + account + "/" + path)
                .then()
                .statusCode(422)
                .body("errors.pointer", hasItem("/productCode"));
    }

    @Test
    void letsAnOpportunityGoWhenTheComplaintIsClosed() throws IOException {
        send(
                2,
                sheet ->
                        sheet.replace("\"NORMAL\"", "\"CRITICAL\"")
                                .replace("\"2026-05-09\"", "null"));
        waitFor(2);
        var opportunity = takeUp("UPSELL_EDITION");
        propose(opportunity).then().statusCode(422).body("type", equalTo("/problems/fix-first"));

        send(3);
        await().untilAsserted(() ->
                as("reader")
                        .get("/api/v1/opportunities/" + opportunity)
                        .then()
                        .body("held", equalTo(false)));

        propose(opportunity).then().statusCode(200).body("state", equalTo("PROPOSED"));
    }

    @Test
    void seesWhatASisterHolds() throws IOException {
        var sister = UUID.randomUUID();
        var parent = UUID.randomUUID();
        UnaryOperator<String> below =
                sheet ->
                        sheet.replaceFirst(
                                "\"parentId\": null", "\"parentId\": \"" + parent + "\"");
        send(
                parent,
                1,
                sheet -> sheet.replaceFirst("(?s)\"holdings\": \\[.*?\\]", "\"holdings\": []"));
        send(account, 2, below);
        waitFor(2);
        observeGateway();
        awaitType("CROSS_SELL_PRODUCT");

        send(
                sister,
                1,
                sheet ->
                        below.apply(sheet)
                                .replace(
                                        "\"productCode\": \"SENSOR-BASIC\"",
                                        "\"productCode\": \"GATEWAY\""));

        awaitType("CROSS_SELL_CENTRE");

        send(
                sister,
                2,
                sheet ->
                        below.apply(sheet)
                                .replace(
                                        "\"productCode\": \"SENSOR-BASIC\"",
                                        "\"productCode\": \"GATEWAY\"")
                                .replaceFirst("\"endsOn\": null", "\"endsOn\": \"2025-01-01\""));

        awaitType("CROSS_SELL_PRODUCT");
    }

    @Test
    void publishesNothingOfAParentBeforeItsSheetComes() throws IOException {
        var parent = UUID.randomUUID();
        var another = UUID.randomUUID();
        send(account, 2, sheet -> below(sheet, parent));
        waitFor(2);
        // A later round of the same worker: the mark of the parent has been dealt with before it.
        send(another, 1, sheet -> below(sheet, parent));
        await().untilAsserted(() ->
                assertThat(PublishedEvents.of("white-space", another.toString())).isNotEmpty());

        send(parent, 1, sheet -> sheet);
        await().untilAsserted(() ->
                assertThat(PublishedEvents.of("white-space", parent.toString())).isNotEmpty());

        assertThat(PublishedEvents.of("white-space", parent.toString()))
                .allSatisfy(event -> assertThat(event.value()).isNotNull());
    }

    @Test
    void goesOnFromTheLastVersionWhenAnAccountComesBack() throws IOException {
        await().untilAsserted(() -> assertThat(totals()).isNotEmpty());
        events.send("accounts", account.toString(), "org.kamsuite.account.facts.v1", 2, null);
        await().untilAsserted(() -> assertThat(totals().getLast().value()).isNull());

        send(3);
        await().untilAsserted(() -> assertThat(totals().getLast().value()).isNotNull());

        assertThat(totals().stream().map(OpportunityServiceTest::sequence))
                .isSorted()
                .doesNotHaveDuplicates();
    }

    private List<ConsumerRecord<String, String>> totals() {
        return PublishedEvents.of("white-space", account.toString());
    }

    private static long sequence(ConsumerRecord<String, String> event) {
        return Long.parseLong(new String(event.headers().lastHeader("ce_sequence").value(), UTF_8));
    }

    private static String below(String sheet, UUID parent) {
        return sheet.replaceFirst("\"parentId\": null", "\"parentId\": \"" + parent + "\"");
    }

    private void observeGateway() {
        as("manager")
                .body(
                        """
                        { "centreId": "%s", "productCode": "GATEWAY", "supply": "NONE",
                          "confidence": "0.9", "observedOn": "%s" }
                        """
                                .formatted(OPERATIONS, LocalDate.now(ZONE)))
                .post("/api/v1/white-space/" + account + "/observations")
                .then()
                .statusCode(201);
    }

    private void awaitType(String type) {
        await().untilAsserted(() ->
                as("reader")
                        .queryParam("accountId", account)
                        .queryParam("productCode", "GATEWAY")
                        .queryParam("centreId", OPERATIONS)
                        .get("/api/v1/recommendations")
                        .then()
                        .body("items.recommendation.type", equalTo(List.of(type))));
    }

    @Test
    void saysWhyAWinWasNotBooked() throws IOException {
        var opportunity = takeUp("UPSELL_EDITION");
        win(opportunity).then().statusCode(200).body("booking.outcome", equalTo("PENDING"));

        send(
                2,
                sheet ->
                        sheet.replace("01938b1c-0000-7000-8000-00000000cccc", opportunity)
                                .replace("\"BOOKED\"", "\"REFUSED\"")
                                .replaceFirst(
                                        "\"reason\": null", "\"reason\": \"NO_SUCH_CENTRE\""));

        await().untilAsserted(() ->
                as("reader")
                        .get("/api/v1/opportunities/" + opportunity)
                        .then()
                        .body("booking.outcome", equalTo("WON_NOT_BOOKED"))
                        .body("booking.reason", equalTo("NO_SUCH_CENTRE")));
    }

    @Test
    void publishesWhatTheSamplesSay() throws IOException {
        var opportunity = takeUp("UPSELL_EDITION");
        win(opportunity).then().statusCode(200);

        publishesTheFieldsOf("white-space", account.toString());
        publishesTheFieldsOf("opportunities", opportunity);
        publishesTheFieldsOf("catalogue", "SENSOR-BASIC");
    }

    private void publishesTheFieldsOf(String topic, String key) throws IOException {
        var json = new ObjectMapper();
        var expected = names(json.readTree(sample(topic)));
        await().untilAsserted(() -> {
            var published = PublishedEvents.of(topic, key);
            assertThat(published).isNotEmpty();
            assertThat(names(json.readTree(published.getLast().value()))).isEqualTo(expected);
        });
    }

    private static Set<String> names(JsonNode json) {
        var names = new TreeSet<String>();
        json.fieldNames().forEachRemaining(names::add);
        return names;
    }

    @Test
    void takesARecommendationUpOnce() {
        var recommendation = recommendation("UPSELL_EDITION");
        takeUpById(recommendation).then().statusCode(201);

        takeUpById(recommendation).then().statusCode(404);
        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'SENSOR-PRO' }.state"
                                .formatted(OPERATIONS),
                        equalTo("IN_PURSUIT"));
    }

    @Test
    void marksTheCellsThatSomethingIsRecommendedFor() {
        as("reader")
                .get("/api/v1/white-space/" + account)
                .then()
                .body(
                        "cells.find { it.centreId == '%s' && it.productCode == 'SENSOR-BASIC' }.pursuit"
                                .formatted(OPERATIONS),
                        equalTo("RECOMMENDED"));
    }

    @Test
    void opensAHypothesisUnlessTheNeedIsEvidenced() {
        open("GATEWAY").body("state", equalTo("HYPOTHESIS")).body("evidenced", equalTo(false));
        open("SENSOR-PRO").body("state", equalTo("QUALIFIED")).body("evidenced", equalTo(true));
    }

    private ValidatableResponse open(String product) {
        return as("manager")
                .body(
                        """
                        { "accountId": "%s", "centreId": "%s", "productCode": "%s",
                          "type": "CROSS_SELL_PRODUCT" }
                        """
                                .formatted(account, OPERATIONS, product))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(201);
    }

    @Test
    void refusesAnOpportunityForAnUnknownProduct() {
        as("manager")
                .body(
                        """
                        { "accountId": "%s", "centreId": "%s", "productCode": "NO-SUCH",
                          "type": "CROSS_SELL_NEW" }
                        """
                                .formatted(account, OPERATIONS))
                .post("/api/v1/opportunities")
                .then()
                .statusCode(422)
                .body("type", equalTo("/problems/product-unknown"))
                .body("errors.pointer", hasItem("/productCode"))
                .body("errors[0].detail", equalTo("The catalogue has no product NO-SUCH"));
    }

    @Test
    void letsManagersOfOtherTeamsWriteNothing() {
        var recommendation = recommendation("UPSELL_EDITION");
        String opportunity = open("GATEWAY").extract().path("id");
        var centre = "{ \"centreId\": \"%s\", \"productCode\": \"GATEWAY\"".formatted(OPERATIONS);
        var today = LocalDate.now(ZONE);

        refusesBento(
                "/api/v1/white-space/" + account + "/observations",
                centre
                        + ", \"supply\": \"NONE\", \"confidence\": \"0.9\", \"observedOn\": \"%s\" }"
                                .formatted(today));
        refusesBento(
                "/api/v1/white-space/" + account + "/wallet-statements",
                centre
                        + ", \"annualValue\": \"5\", \"basis\": \"CUSTOMER_STATED\", \"statedOn\": \"%s\" }"
                                .formatted(today));
        refusesBento(
                "/api/v1/opportunities",
                centre
                        + ", \"accountId\": \"%s\", \"type\": \"CROSS_SELL_PRODUCT\" }"
                                .formatted(account));
        refusesBento(
                "/api/v1/recommendations/" + recommendation + "/moves",
                "{ \"to\": \"QUALIFIED\" }");
        refusesBento(
                "/api/v1/opportunities/" + opportunity + "/moves", "{ \"to\": \"QUALIFIED\" }");
    }

    private static void refusesBento(String path, String body) {
        var roles =
                path.endsWith("/moves")
                        ? new String[] {"manager", "integrator"}
                        : new String[] {"manager"};
        given().auth()
                .oauth2(TestTokens.of("bento", roles))
                .contentType("application/json")
                .header("If-Match", "*")
                .body(body)
                .post(path)
                .then()
                .statusCode(403)
                .body("type", equalTo("/problems/not-of-the-team"));
    }

    private String recommendation(String type) {
        return as("reader")
                .queryParam("accountId", account)
                .queryParam("type", type)
                .get("/api/v1/recommendations")
                .<List<String>>path("items.recommendation.id")
                .getFirst();
    }

    private static Response takeUpById(String recommendation) {
        return as("manager")
                .body("{ \"to\": \"QUALIFIED\" }")
                .post("/api/v1/recommendations/" + recommendation + "/moves");
    }

    private String takeUp(String type) {
        return takeUpById(recommendation(type)).then().statusCode(201).extract().path("id");
    }

    private static Response propose(String opportunity) {
        return move(opportunity, "{ \"to\": \"PROPOSED\" }");
    }

    private static Response win(String opportunity) {
        return move(
                opportunity,
                "{ \"to\": \"WON\", \"annualValue\": \"360000\", \"quantity\": \"120\", \"startsOn\": \"%s\" }"
                        .formatted(LocalDate.now(ZONE)));
    }

    private static Response move(String opportunity, String body) {
        var etag = as("reader").get("/api/v1/opportunities/" + opportunity).header("ETag");
        return as("manager")
                .header("If-Match", etag)
                .body(body)
                .post("/api/v1/opportunities/" + opportunity + "/moves");
    }
}
