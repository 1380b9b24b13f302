package org.kamsuite.local.data;

import static java.util.stream.Collectors.joining;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.sun.net.httpserver.HttpServer;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.io.StringReader;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.apache.commons.csv.CSVFormat;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/// Three resellers: one buys, one has not bought for long, one never has.
class ResellersCheckTest {

    private static final LocalDate AS_OF = LocalDate.of(2013, 12, 1);
    private static final String SALES =
            """
            ResellerKey,OrderDate,SalesAmount
            1,2011-06-01,10.0001
            1,2013-11-30,20.0002
            2,2011-12-01,5.0000
            """;
    private static final String BUYER =
            """
            { "accountId": "buyer", "externalIds": [ { "system": "ADVENTUREWORKS", "id": "1" } ],
              "status": "SCORED", "recommended": false, "recommendedAsEmerging": false,
              "reasons": [ { "code": "TOTAL_BELOW_THRESHOLD" }, { "code": "COVERAGE_TOO_LOW" } ] }
            """;
    private static final String SCORE =
            """
            { "breakdown": {
                "criteria": [
                  { "code": "C1", "score": 40, "toCollect": [] },
                  { "code": "C3", "toCollect": [ "timeShare" ] },
                  { "code": "C5", "toCollect": [ "recognition" ] } ],
                "toCollect": [ "timeShare", "recognition" ] } }
            """;
    private static final String SHEET =
            """
            { "facts": {
                "revenue": { "months": [ { "amount": "20.0002" } ],
                             "earlier": { "amount": "10.0001" } },
                "holdings": [ { "annualValue": "20.0002" } ] } }
            """;

    private final Map<String, String> answers = new HashMap<>();
    private final ByteArrayOutputStream printed = new ByteArrayOutputStream();
    private HttpServer suite;

    @BeforeEach
    void answerAsTheFilesSay() throws IOException {
        suite = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        suite.createContext(
                "/",
                exchange -> {
                    try (exchange) {
                        var answer =
                                answers.getOrDefault(exchange.getRequestURI().toString(), "")
                                        .getBytes(StandardCharsets.UTF_8);
                        exchange.sendResponseHeaders(answer.length == 0 ? 404 : 200, answer.length);
                        exchange.getResponseBody().write(answer);
                    }
                });
        suite.start();
        answers.put("/api/v1/scores?limit=500", page(", \"next\": \"more\"", BUYER));
        answers.put(
                "/api/v1/scores?limit=500&cursor=more",
                page("", notScored("2", "INACTIVE"), notScored("3", "NO_REVENUE")));
        answers.put("/api/v1/scores/buyer", SCORE);
        answers.put("/api/v1/accounts/buyer/fact-sheet", SHEET);
        answers.put(
                "/api/v1/accounts/2/fact-sheet",
                SHEET.replace("20.0002", "0").replace("10.0001", "5.0000"));
    }

    @AfterEach
    void stop() {
        suite.stop(0);
    }

    @Test
    void printsWhatIsAsInTheFiles() throws IOException, InterruptedException {
        check();

        assertThat(printed.toString(StandardCharsets.UTF_8))
                .contains("2 with sales in the files, all of them among the 3 scores")
                .contains("revenue        35.0003 in the files, 35.0003 in the fact sheets")
                .contains("holdings       20.0002 in the files, 20.0002 in the fact sheets")
                .contains("{INACTIVE=1, NO_REVENUE=1, SCORED=1}")
                .contains("[C3, C5] are missing; to collect: [recognition, timeShare]");
    }

    @Test
    void refusesABuyerWhoDoesNotAppear() {
        answers.put("/api/v1/scores?limit=500", page("", BUYER));

        assertRefused("Resellers with sales are not among the scores: [2]");
    }

    @Test
    void refusesRevenueThatDiffersInTheLastDecimal() {
        answers.computeIfPresent(
                "/api/v1/accounts/buyer/fact-sheet",
                (url, sheet) -> sheet.replace("10.0001", "10.0002"));

        assertRefused("Sums of revenue differ: [1: 30.0004 instead of 30.0003]");
    }

    @Test
    void refusesHoldingsThatDiffer() {
        answers.computeIfPresent(
                "/api/v1/accounts/2/fact-sheet",
                (url, sheet) -> sheet.replace("\"annualValue\": \"0\"", "\"annualValue\": \"1\""));

        assertRefused("The holdings are 21.0002 instead of 20.0002");
    }

    @Test
    void refusesAnotherStandingThanBySales() {
        answers.computeIfPresent(
                "/api/v1/scores?limit=500&cursor=more",
                (url, page) -> page.replace("INACTIVE", "NO_REVENUE"));

        assertRefused("2: NO_REVENUE instead of INACTIVE");
    }

    @Test
    void refusesAZeroForWhatIsMissing() {
        answers.computeIfPresent(
                "/api/v1/scores/buyer",
                (url, score) -> score.replace("\"C3\",", "\"C3\", \"score\": 0,"));

        assertRefused("The score of the reseller 1 misses only [C5]");
    }

    @Test
    void refusesAMissingCriterionThatDoesNotSayWhatToCollect() {
        answers.computeIfPresent(
                "/api/v1/scores/buyer", (url, score) -> score.replace("[ \"recognition\" ]", "[]"));

        assertRefused("The score of the reseller 1 misses only [C3]");
    }

    @Test
    void refusesARecommendation() {
        answers.computeIfPresent(
                "/api/v1/scores?limit=500",
                (url, page) -> page.replace("\"recommended\": false", "\"recommended\": true"));

        assertRefused("The reseller 1 is recommended");
    }

    @Test
    void refusesAScoreWhoseCoverageSuffices() {
        answers.computeIfPresent(
                "/api/v1/scores?limit=500",
                (url, page) -> page.replace("COVERAGE_TOO_LOW", "TOO_FEW_STRONG_CRITERIA"));

        assertRefused("The coverage of the reseller 1 suffices");
    }

    private void assertRefused(String sentence) {
        assertThatThrownBy(this::check)
                .isInstanceOf(IOException.class)
                .hasMessageContaining(sentence);
    }

    private void check() throws IOException, InterruptedException {
        var url = "http://localhost:" + suite.getAddress().getPort();
        var format = CSVFormat.RFC4180.builder().setHeader().setSkipHeaderRecord(true).get();
        try (var sales = format.parse(new StringReader(SALES))) {
            new ResellersCheck(
                            new Api(url, url, url, "token"),
                            AS_OF,
                            new PrintStream(printed, true, StandardCharsets.UTF_8))
                    .run(sales.getRecords());
        }
    }

    private static String page(String more, String... verdicts) {
        return Stream.of(verdicts)
                .map(verdict -> "{ \"verdict\": " + verdict + " }")
                .collect(joining(", ", "{ \"items\": [ ", " ]" + more + " }"));
    }

    private static String notScored(String reseller, String reason) {
        return """
        { "accountId": "%s", "externalIds": [ { "system": "ADVENTUREWORKS", "id": "%s" } ],
          "status": "NOT_SCORED", "notScoredReason": "%s", "recommended": false,
          "recommendedAsEmerging": false, "reasons": [ { "code": "%s" } ] }
        """
                .formatted(reseller, reseller, reason, reason);
    }
}
