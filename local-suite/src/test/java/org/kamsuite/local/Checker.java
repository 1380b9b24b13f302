package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;

/// Compares what was acknowledged with what the three services answer; it shares nothing with them.
final class Checker {

    private final Api accounts;
    private final Api scores;
    private final Api opportunities;

    Checker(Api accounts, Api scores, Api opportunities) {
        this.accounts = accounts;
        this.scores = scores;
        this.opportunities = opportunities;
    }

    /// Every acknowledged change is there, once, and nothing else is.
    void checkAccountService(AcknowledgedAccount account) throws IOException, InterruptedException {
        var path = "/api/v1/accounts/" + account.id();
        var sheet = accounts.get(path + "/fact-sheet").required();

        assertThat(amounts(path + "/revenue-lines", "amount"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(account.revenueLines());
        assertThat(amounts(path + "/holdings", "annualValue"))
                .usingComparatorForType(BigDecimal::compareTo, BigDecimal.class)
                .usingRecursiveComparison()
                .isEqualTo(account.holdings());
        assertThat(sheet.required("sequence").asLong()).isEqualTo(account.sequence());
    }

    /// The score rests on the last change and on the exact sum of the revenue; without revenue
    /// there is none.
    void checkScoringService(AcknowledgedAccount account) throws IOException, InterruptedException {
        var score = scores.get("/api/v1/scores/" + account.id()).required();

        assertThat(score.at("/verdict/factsSequence").asLong()).isEqualTo(account.sequence());
        if (account.revenueLines().isEmpty()) {
            assertThat(score.at("/verdict/status").asText()).isEqualTo("NOT_SCORED");
        } else {
            assertThat(score.at("/verdict/status").asText()).isEqualTo("SCORED");
            assertThat(decimal(score.required("breakdown").findValue("revenue")))
                    .isEqualByComparingTo(AcknowledgedAccount.sum(account.revenueLines()));
        }
    }

    /// The matrix rests on the last change and on the exact sum of the holdings.
    void checkOpportunityService(AcknowledgedAccount account)
            throws IOException, InterruptedException {
        var matrix = opportunities.get("/api/v1/white-space/" + account.id()).required();
        var held =
                items(matrix.required("cells"))
                        .map(cell -> decimal(cell.required("currentAnnualValue")))
                        .reduce(BigDecimal.ZERO, BigDecimal::add);

        assertThat(matrix.required("factsSequence").asLong()).isEqualTo(account.sequence());
        assertThat(held).isEqualByComparingTo(AcknowledgedAccount.sum(account.holdings()));
    }

    /// The feed tells every change of each account once, in order.
    void checkFeed(List<AcknowledgedAccount> model) throws IOException, InterruptedException {
        var told = new HashMap<String, List<Long>>();
        for (var after = -1L; ; ) {
            var feed =
                    accounts.get("/api/v1/changes?limit=500&after=" + Math.max(0, after))
                            .required();
            items(feed.required("items"))
                    .map(change -> change.required("data"))
                    .forEach(change ->
                            told.computeIfAbsent(
                                            change.required("accountId").asText(),
                                            account -> new ArrayList<>())
                                    .add(change.required("sequence").asLong()));
            if (feed.required("last").asLong() == after) {
                break;
            }
            after = feed.required("last").asLong();
        }
        for (var account : model) {
            var all = LongStream.rangeClosed(1, account.sequence()).boxed().toList();
            assertThat(told.get(account.id())).isEqualTo(all);
        }
    }

    private Map<UUID, BigDecimal> amounts(String path, String field)
            throws IOException, InterruptedException {
        var page = accounts.get(path + "?limit=500").required();
        assertThat(page.path("next").isTextual()).as("more than one page").isFalse();
        var amounts = new HashMap<UUID, BigDecimal>();
        items(page.required("items"))
                .forEach(item ->
                        amounts.put(
                                UUID.fromString(item.required("id").asText()),
                                decimal(item.required(field).required("amount"))));
        return amounts;
    }

    private static BigDecimal decimal(JsonNode number) {
        return new BigDecimal(number.asText());
    }

    private static Stream<JsonNode> items(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }
}
