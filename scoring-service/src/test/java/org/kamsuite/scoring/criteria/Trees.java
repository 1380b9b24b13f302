package org.kamsuite.scoring.criteria;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.List;
import java.util.UUID;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.kamsuite.scoring.facts.AccountTree;
import org.kamsuite.scoring.facts.Sheet;

/// Trees of one account, to be measured on 15 November 2026.
final class Trees {

    static final LocalDate TODAY = LocalDate.of(2026, 11, 15);
    static final YearMonth THIS_MONTH = YearMonth.from(TODAY);

    private static final ObjectMapper JSON =
            new ObjectMapper().registerModule(new JavaTimeModule());
    private static final String EMPTY =
            """
            {
              "externalIds": [], "name": "Aurora", "sectorCode": "35", "insolvent": false,
              "strategicNote": false, "centres": [], "stakeholders": [], "holdings": [],
              "contracts": [], "marginRates": [], "effort": [], "requests": [],
              "bespokeTerms": [], "satisfaction": [], "projects": [], "evidence": []
            }
            """;

    private Trees() {}

    /// An account with the revenue, and with these fields besides.
    static AccountTree tree(String revenue, String fields) {
        try {
            var sheet = (ObjectNode) JSON.readTree(EMPTY);
            sheet.put("accountId", UUID.randomUUID().toString());
            sheet.set("revenue", JSON.readTree(revenue));
            sheet.setAll((ObjectNode) JSON.readTree("{" + fields + "}"));
            var read = JSON.treeToValue(sheet, Sheet.class);
            return new AccountTree(read, List.of(read), TODAY);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException(e);
        }
    }

    /// The same amount in each of the last full months, at an unknown cost.
    static String revenue(int months, double amount) {
        return revenue(months, month -> amount, 0, 0);
    }

    /// The same amount in each of the last full months, at a known cost.
    static String revenue(int months, double amount, double cost) {
        return revenue(months, month -> amount, cost, 0);
    }

    /// An amount for each of the last full months, of which the last has the number one.
    static String revenue(
            int months, IntFunction<Double> amount, double cost, int unconvertedLines) {
        var lines =
                IntStream.rangeClosed(1, months)
                        .filter(month -> amount.apply(month) != 0)
                        .mapToObj(month ->
                                """
                                { "month": "%s", "amount": %s, "recurring": 0, "cost": %s,
                                  "costKnownAmount": %s, "lines": 1 }
                                """
                                        .formatted(
                                                THIS_MONTH.minusMonths(month),
                                                amount.apply(month),
                                                cost,
                                                cost > 0 ? amount.apply(month) : 0))
                        .collect(Collectors.joining(","));
        return """
        {
          "months": [%s], "earlier": { "amount": 0, "cost": 0, "costKnownAmount": 0 },
          "unconvertedLines": [{ "month": "%s", "lines": %d }], "activeYears": [2026],
          "firstPurchaseOn": "%s", "lastPurchaseOn": "%s"
        }
        """
                .formatted(
                        lines,
                        THIS_MONTH.minusMonths(1),
                        unconvertedLines,
                        THIS_MONTH.minusMonths(months).atDay(1),
                        THIS_MONTH.minusMonths(1).atDay(20));
    }

    /// An account that has bought one product for the same amount in each of the last twelve
    /// months, at an unknown cost, with these margin rates.
    static AccountTree selling(String product, double amount, String... rates) {
        return tree(
                revenue(12, amount)
                        .replace(
                                "\"recurring\"",
                                "\"productCode\": \"%s\", \"recurring\"".formatted(product)),
                "\"marginRates\": [" + String.join(",", rates) + "]");
    }

    /// The margin rate of a product.
    static String rate(String product, double rate, String observedOn) {
        return "{ \"productCode\": \"%s\", \"rate\": %s, \"observedOn\": \"%s\" }"
                .formatted(product, rate, observedOn);
    }

    /// The frame of the trees, with its median.
    static Frame frame(List<AccountTree> trees) {
        var builder = new FrameBuilder(Models.DEFAULT);
        trees.forEach(builder::add);
        var made = builder.frame(0, "", null);
        trees.forEach(tree -> builder.addValue(tree, made));
        return builder.frame(1, "2026-Q4", builder.median().orElse(null));
    }
}
