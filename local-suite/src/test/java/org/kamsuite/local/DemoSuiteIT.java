package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/// The suite with its demo data: everything that it can show is there, and a win goes all the way
/// round.
class DemoSuiteIT {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir static Path data;

    private static Suite suite;
    private static List<JsonNode> scores;
    private static List<JsonNode> recommendations;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        suite = TestSuite.start(data);
        TestSuite.loadDemoData(suite);
        scores = all("scoring-service", "/api/v1/scores");
        recommendations = all("opportunity-service", "/api/v1/recommendations");
    }

    @AfterAll
    static void stop() {
        suite.close();
    }

    @Test
    void startsNoServiceInProductionThatKnowsNoIssuer() throws IOException, InterruptedException {
        var log = data.resolve("without-issuer.log");
        var settings =
                Map.of(
                        "quarkus.profile", "prod",
                        "quarkus.http.host", "127.0.0.1",
                        "quarkus.http.port", "0",
                        "quarkus.datasource.jdbc.url", suite.database("account"),
                        "quarkus.datasource.username", "account",
                        "quarkus.flyway.migrate-at-start", "false",
                        "quarkus.oidc.auth-server-url", "https://issuer.test",
                        "quarkus.oidc.jwks-path", "/jwks",
                        "kafka.bootstrap.servers", suite.brokers());

        try (var service =
                ServiceProcess.start(TestSuite.HOME, "account-service", 0, log, settings)) {
            assertThat(service.process().waitFor(2, TimeUnit.MINUTES)).isTrue();
            assertThat(service.process().exitValue()).isNotZero();
        }
        assertThat(log)
                .content()
                .contains(
                        "In production a service takes the tokens of one issuer only:",
                        "quarkus.oidc.token.issuer must be set")
                .doesNotContain("Listening on");
    }

    @Test
    void showsEveryBoxOfThePortfolio() {
        assertThat(values(scores, "/verdict/box"))
                .contains("STRATEGIC", "STAR", "STATUS", "STREAMLINE");
    }

    @Test
    void showsEveryFlagAndVeto() {
        var flags = new HashSet<String>();
        for (var score : scores) {
            score.at("/verdict/flags").forEach(flag -> flags.add(flag.asText()));
        }

        assertThat(flags)
                .contains(
                        "UNPROFITABLE",
                        "MARGIN_ESTIMATED",
                        "OVER_SERVED",
                        "DEMANDING_UNPROFITABLE",
                        "INSOLVENT",
                        "SHRINKING",
                        "NEEDS_REVIEW",
                        "SINGLE_THREADED");
        assertThat(scores)
                .anyMatch(score -> !score.at("/verdict/vetoes").isEmpty())
                .anyMatch(score -> score.at("/verdict/status").asText().equals("NOT_SCORED"));
    }

    @Test
    void showsEverySupplyValue() throws IOException, InterruptedException {
        var supplies = new HashSet<String>();
        for (var account : values(recommendations, "/recommendation/accountId")) {
            if (supplies.size() < 6) {
                get("opportunity-service", "/api/v1/white-space/" + account)
                        .required("cells")
                        .forEach(cell -> supplies.add(cell.required("supply").asText()));
            }
        }

        assertThat(supplies)
                .containsExactlyInAnyOrder(
                        "US", "RIVAL", "IN_HOUSE", "NONE", "NOT_APPLICABLE", "UNKNOWN");
    }

    @Test
    void showsEveryKindOfRecommendationWithAndWithoutEvidence() {
        assertThat(values(recommendations, "/recommendation/type"))
                .containsExactlyInAnyOrder(
                        "UPSELL_EDITION",
                        "UPSELL_VOLUME",
                        "DISPLACEMENT",
                        "CROSS_SELL_CENTRE",
                        "CROSS_SELL_PRODUCT",
                        "CROSS_SELL_NEW");
        assertThat(values(recommendations, "/recommendation/evidenced"))
                .containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void showsOffersThatWaitForAComplaintAndHoldingsWhoseRenewalIsAtRisk() {
        assertThat(values(recommendations, "/recommendation/held"))
                .containsExactlyInAnyOrder("true", "false");
        assertThat(values(recommendations, "/recommendation/renewalRisk"))
                .containsExactlyInAnyOrder("true", "false");
    }

    @Test
    void recommendsAtLeastFifteenAccounts() {
        assertThat(scores.stream().filter(score -> score.at("/verdict/recommended").asBoolean()))
                .hasSizeGreaterThanOrEqualTo(15);
    }

    @Test
    void recommendsAnAccountForItsPromise() {
        assertThat(scores)
                .anyMatch(score -> score.at("/verdict/recommendedAsEmerging").asBoolean());
    }

    @Test
    void showsAProgrammeWithKeyAccountsAndTheirManagers() throws IOException, InterruptedException {
        var designations =
                get("account-service", "/api/v1/programme/designations?limit=500")
                        .required("items");
        var held = get("account-service", "/api/v1/programme").required("held").asInt();

        assertThat(items(designations).map(line -> line.required("state").asText()))
                .contains("RECOMMENDED");
        assertThat(
                        items(designations)
                                .filter(line ->
                                        line.required("state").asText().equals("CONFIRMED")))
                .hasSize(held)
                .hasSizeGreaterThanOrEqualTo(5)
                .allMatch(line -> line.hasNonNull("managerId"));
    }

    @Test
    void publishesOnlyWhatIsDescribed() throws IOException {
        assertThat(EventContract.read().check(suite.brokers()))
                .contains(
                        "company",
                        "accounts",
                        "account-changes",
                        "scores",
                        "white-space",
                        "catalogue");
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-service", "scoring-service", "opportunity-service"})
    void answersEveryReadAsItsDocumentSays(String service)
            throws IOException, InterruptedException {
        var reads = DocumentedReads.of(suite, service);

        assertThat(reads.findings()).isEmpty();
        assertThat(reads.read())
                .containsExactlyInAnyOrderElementsOf(
                        ApiContract.read(service).operations().stream()
                                .filter(operation -> !operation.writes())
                                .map(ApiContract.Operation::id)
                                .toList());
    }

    @Test
    void showsAPageThatCallsTheInterface() throws IOException, InterruptedException {
        var page = URI.create(suite.service("account-service").url() + "/q/swagger-ui/");

        try (var client = HttpClient.newHttpClient()) {
            var answer =
                    client.send(
                            HttpRequest.newBuilder(page).build(),
                            HttpResponse.BodyHandlers.ofString());

            assertThat(answer.statusCode()).isEqualTo(200);
            assertThat(answer.body()).contains("SwaggerUIBundle", "/openapi");
            assertThat(answer.headers().firstValue("Content-Security-Policy").orElseThrow())
                    .contains("default-src 'none'", "connect-src 'self'");
        }
    }

    @Test
    void servesAClientThatIsGeneratedFromTheDocuments() throws IOException, InterruptedException {
        var client = TypeScriptClient.build(TestSuite.HOME, data.resolve("client"));

        assertThat(client.contents())
                .contains("dist/index.js", "dist/index.d.ts", "dist/generated/account.d.ts");
        assertThat(client.smoke(suite, suite.token("client", "lead")))
                .containsPattern("pass [1-9]")
                .contains("fail 0");
    }

    /// Recommendation, opportunity, win, holding by event, matrix, growth criterion.
    @Test
    void bringsAWinAllTheWayRound() throws IOException, InterruptedException {
        var recommendation =
                recommendations.stream()
                        .map(item -> item.required("recommendation"))
                        .filter(item ->
                                item.required("evidenced").asBoolean()
                                        && item.required("type")
                                                .asText()
                                                .equals("CROSS_SELL_PRODUCT"))
                        .findFirst()
                        .orElseThrow();
        var account = recommendation.required("accountId").asText();
        var product = recommendation.required("offerCode").asText();
        var before = score(account);
        var lead = TestSuite.api(suite, "opportunity-service", "lead");
        var taken =
                lead.post(
                        "/api/v1/recommendations/"
                                + recommendation.required("id").asText()
                                + "/moves",
                        "{ \"to\": \"QUALIFIED\" }");
        var opportunity = taken.required().required("id").asText();

        lead.postIfMatch(
                        "/api/v1/opportunities/" + opportunity + "/moves",
                        """
                        { "to": "WON", "annualValue": "7777777", "startsOn": "%s" }
                        """
                                .formatted(LocalDate.now(ZoneOffset.UTC)),
                        taken.header("ETag"))
                .required();

        await().atMost(PATIENCE)
                .untilAsserted(() ->
                        assertThat(
                                        get(
                                                        "account-service",
                                                        "/api/v1/accounts/"
                                                                + account
                                                                + "/holdings?limit=500")
                                                .required("items"))
                                .anySatisfy(holding -> {
                                    assertThat(holding.required("productCode").asText())
                                            .isEqualTo(product);
                                    assertThat(
                                                    new BigDecimal(
                                                            holding.at("/annualValue/amount")
                                                                    .asText()))
                                            .isEqualByComparingTo("7777777");
                                }));
        await().atMost(PATIENCE)
                .untilAsserted(() -> {
                    assertThat(
                                    get(
                                                    "opportunity-service",
                                                    "/api/v1/opportunities/" + opportunity)
                                            .at("/booking/outcome")
                                            .asText())
                            .isEqualTo("BOOKED");
                    assertThat(cell(account, recommendation).required("supply").asText())
                            .isEqualTo("US");
                    assertThat(score(account).at("/verdict/criteria/C4/score").asText())
                            .isNotEqualTo(before.at("/verdict/criteria/C4/score").asText());
                });
        assertThat(EventContract.read().check(suite.brokers())).contains("opportunities");
    }

    private static JsonNode cell(String account, JsonNode recommendation)
            throws IOException, InterruptedException {
        return items(get("opportunity-service", "/api/v1/white-space/" + account).required("cells"))
                .filter(cell ->
                        cell.path("centreId").equals(recommendation.path("centreId"))
                                && cell.path("productCode")
                                        .equals(recommendation.path("offerCode")))
                .findFirst()
                .orElseThrow();
    }

    private static JsonNode score(String account) throws IOException, InterruptedException {
        return get("scoring-service", "/api/v1/scores/" + account);
    }

    private static JsonNode get(String service, String path)
            throws IOException, InterruptedException {
        return TestSuite.api(suite, service, "manager").get(path).required();
    }

    /// Every item of a list, page by page.
    private static List<JsonNode> all(String service, String path)
            throws IOException, InterruptedException {
        var all = new ArrayList<JsonNode>();
        String next = null;
        do {
            var page = get(service, path + "?limit=500" + (next == null ? "" : "&cursor=" + next));
            items(page.required("items")).forEach(all::add);
            next = page.path("next").textValue();
        } while (next != null);
        return all;
    }

    private static Set<String> values(List<JsonNode> items, String place) {
        var values = new HashSet<String>();
        items.forEach(item -> values.add(item.at(place).asText()));
        return values;
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
