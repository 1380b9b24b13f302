package org.kamsuite.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import java.util.TreeSet;
import org.apache.commons.csv.CSVRecord;
import org.jspecify.annotations.Nullable;

/// Compares what the suite says of the resellers with their files: every sum to the last decimal,
/// who is scored and why not, and that what the files do not know is missing and keeps everybody
/// from being recommended.
final class ResellersCheck {

    private static final int ACTIVE_MONTHS = 24;
    private static final String SCORED = "SCORED";

    /// Service and credibility: the files say nothing of them.
    private static final List<String> WITHOUT_DATA = List.of("C3", "C5");

    private final Api api;
    private final LocalDate asOf;
    private final PrintStream out;

    ResellersCheck(Api api, LocalDate asOf, PrintStream out) {
        this.api = api;
        this.asOf = asOf;
        this.out = out;
    }

    /// Compares everything, and prints what it has found.
    ///
    /// @throws IOException for the first thing that is not as in the files
    void run(List<CSVRecord> sales) throws IOException, InterruptedException {
        var verdicts = verdicts();
        checkPresence(sales, verdicts);
        checkSums(sales, verdicts);
        checkStandings(sales, verdicts);
        checkWhatIsMissing(verdicts);
    }

    /// The verdicts of all resellers by their keys.
    private Map<String, JsonNode> verdicts() throws IOException, InterruptedException {
        var verdicts = new TreeMap<String, JsonNode>();
        var cursor = "";
        do {
            var page = api.get(api.scoring() + "/api/v1/scores?limit=500" + cursor);
            for (var line : page.path("items")) {
                for (var name : line.path("verdict").path("externalIds")) {
                    if (name.path("system").asText().equals(AdventureWorks.SYSTEM)) {
                        verdicts.put(name.path("id").asText(), line.path("verdict"));
                    }
                }
            }
            cursor = page.hasNonNull("next") ? "&cursor=" + page.path("next").asText() : "";
        } while (!cursor.isEmpty());
        return verdicts;
    }

    private void checkPresence(List<CSVRecord> sales, Map<String, JsonNode> verdicts)
            throws IOException {
        var buyers = new TreeSet<String>();
        sales.forEach(line -> buyers.add(line.get("ResellerKey")));
        var absent = buyers.stream().filter(buyer -> !verdicts.containsKey(buyer)).toList();
        AdventureWorks.require(
                absent.isEmpty(), "Resellers with sales are not among the scores: " + absent);
        out.printf(
                "resellers      %d with sales in the files, all of them among the %d scores%n",
                buyers.size(), verdicts.size());
    }

    /// Compares the revenue of every account, and the holdings, to the last decimal.
    private void checkSums(List<CSVRecord> sales, Map<String, JsonNode> verdicts)
            throws IOException, InterruptedException {
        var expected = new TreeMap<String, BigDecimal>();
        var window = BigDecimal.ZERO;
        for (var line : sales) {
            var amount = new BigDecimal(line.get("SalesAmount"));
            expected.merge(line.get("ResellerKey"), amount, BigDecimal::add);
            if (AdventureWorks.isTrailing(LocalDate.parse(line.get("OrderDate")), asOf)) {
                window = window.add(amount);
            }
        }
        var revenue = BigDecimal.ZERO;
        var held = BigDecimal.ZERO;
        var differing = new ArrayList<String>();
        for (var reseller : expected.entrySet()) {
            var facts = facts(Objects.requireNonNull(verdicts.get(reseller.getKey())));
            var sum =
                    sum(facts.path("revenue").path("months"), "amount")
                            .add(decimal(facts.path("revenue").path("earlier").path("amount")));
            revenue = revenue.add(sum);
            held = held.add(sum(facts.path("holdings"), "annualValue"));
            if (sum.compareTo(reseller.getValue()) != 0) {
                differing.add(
                        reseller.getKey() + ": " + sum + " instead of " + reseller.getValue());
            }
        }
        var total = expected.values().stream().reduce(BigDecimal.ZERO, BigDecimal::add);
        out.printf("revenue        %s in the files, %s in the fact sheets%n", total, revenue);
        out.printf("holdings       %s in the files, %s in the fact sheets%n", window, held);
        AdventureWorks.require(differing.isEmpty(), "Sums of revenue differ: " + differing);
        AdventureWorks.require(
                held.compareTo(window) == 0, "The holdings are " + held + " instead of " + window);
    }

    private JsonNode facts(JsonNode verdict) throws IOException, InterruptedException {
        var account = verdict.path("accountId").asText();
        return api.get(api.account() + "/api/v1/accounts/" + account + "/fact-sheet").path("facts");
    }

    private static BigDecimal sum(JsonNode items, String field) {
        var sum = BigDecimal.ZERO;
        for (var item : items) {
            sum = sum.add(decimal(item.path(field)));
        }
        return sum;
    }

    private static BigDecimal decimal(JsonNode amount) {
        return new BigDecimal(amount.asText());
    }

    /// Compares who is scored, and why the others are not.
    private void checkStandings(List<CSVRecord> sales, Map<String, JsonNode> verdicts)
            throws IOException {
        var latest = new HashMap<String, LocalDate>();
        for (var line : sales) {
            var day = LocalDate.parse(line.get("OrderDate"));
            latest.merge(line.get("ResellerKey"), day, (a, b) -> a.isAfter(b) ? a : b);
        }
        var numbers = new TreeMap<String, Integer>();
        var wrong = new ArrayList<String>();
        verdicts.forEach((reseller, verdict) -> {
            var standing = standing(verdict);
            var expected = expected(latest.get(reseller));
            numbers.merge(standing, 1, Integer::sum);
            if (!standing.equals(expected)) {
                wrong.add(reseller + ": " + standing + " instead of " + expected);
            }
        });
        out.printf("standings      %s%n", numbers);
        AdventureWorks.require(
                wrong.isEmpty(),
                "Resellers stand otherwise than by their sales up to " + asOf + ": " + wrong);
    }

    /// `SCORED`, or the reason why not.
    private static String standing(JsonNode verdict) {
        var status = verdict.path("status").asText();
        return status.equals(SCORED) ? status : verdict.path("notScoredReason").asText();
    }

    private String expected(@Nullable LocalDate latest) {
        if (latest == null) {
            return "NO_REVENUE";
        }
        return latest.isAfter(asOf.minusMonths(ACTIVE_MONTHS)) ? SCORED : "INACTIVE";
    }

    /// Looks into every score: criteria without data have none, the API says what to collect, and
    /// nobody is recommended since too little is known.
    private void checkWhatIsMissing(Map<String, JsonNode> verdicts)
            throws IOException, InterruptedException {
        var toCollect = new TreeSet<String>();
        for (var reseller : verdicts.entrySet()) {
            var verdict = reseller.getValue();
            AdventureWorks.require(
                    !verdict.path("recommended").asBoolean()
                            && !verdict.path("recommendedAsEmerging").asBoolean(),
                    "The reseller " + reseller.getKey() + " is recommended");
            if (standing(verdict).equals(SCORED)) {
                AdventureWorks.require(
                        verdict.path("reasons")
                                .findValuesAsText("code")
                                .contains("COVERAGE_TOO_LOW"),
                        "The coverage of the reseller " + reseller.getKey() + " suffices");
                toCollect.addAll(toCollect(reseller.getKey(), verdict));
            }
        }
        out.printf(
                "recommended    0, of each score %s are missing; to collect: %s%n",
                WITHOUT_DATA, toCollect);
    }

    private List<String> toCollect(String reseller, JsonNode verdict)
            throws IOException, InterruptedException {
        var score = api.get(api.scoring() + "/api/v1/scores/" + verdict.path("accountId").asText());
        var missing = new ArrayList<String>();
        for (var criterion : score.path("breakdown").path("criteria")) {
            if (!criterion.hasNonNull("score") && !criterion.path("toCollect").isEmpty()) {
                missing.add(criterion.path("code").asText());
            }
        }
        AdventureWorks.require(
                missing.containsAll(WITHOUT_DATA),
                "The score of the reseller %s misses only %s with what to collect, not %s"
                        .formatted(reseller, missing, WITHOUT_DATA));
        var measures = new ArrayList<String>();
        score.path("breakdown").path("toCollect").forEach(item -> measures.add(item.asText()));
        return measures;
    }
}
