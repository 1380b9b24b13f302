package org.kamsuite.local.images;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.Trouble;

/// What the suite is for, from end to end, on demo data: an account and its invoice, the score that
/// rests on it, the white space of a recommendation, the opportunity, the win, and the holding that
/// comes of it.
public final class MainPath {

    private static final int PATIENCE_SECONDS = 60;
    private static final String VALUE = "7777777";

    private final Api account;
    private final Api scoring;
    private final Api opportunity;

    /// @param account the account-service, to a caller who may do everything but approve
    /// @param scoring the scoring-service, to the same
    /// @param opportunity the opportunity-service, to the same
    public MainPath(Api account, Api scoring, Api opportunity) {
        this.account = account;
        this.scoring = scoring;
        this.opportunity = opportunity;
    }

    /// The path through a suite that has demo data.
    static MainPath of(Suite suite) {
        var token = suite.token("demo", "administrator,integrator,lead,manager");
        return new MainPath(
                new Api(suite.url("account-service"), token),
                new Api(suite.url("scoring-service"), token),
                new Api(suite.url("opportunity-service"), token));
    }

    /// Walks it.
    ///
    /// @return what has been seen, one step a line
    /// @throws Trouble where it ends
    public String walk() throws IOException, InterruptedException {
        var id = newAccount();
        var score = scoreOfNewInvoice(id);
        var recommendation = recommendation();
        var customer = recommendation.required("accountId").asText();
        var cells = opportunity.get("/api/v1/white-space/" + customer).required().required("cells");
        var won = win(recommendation);
        var holding = holding(customer, recommendation.required("offerCode").asText());
        return """
        account      %s
        score        %s of that account, settled on its invoice
        white space  %d cells of account %s
        opportunity  %s, WON
        holding      %s, %s
        """
                .formatted(
                        id,
                        score,
                        cells.size(),
                        customer,
                        won,
                        holding.required("productCode").asText(),
                        holding.at("/annualValue/amount").asText());
    }

    private String newAccount() throws IOException, InterruptedException {
        return account.post(
                        "/api/v1/accounts",
                        """
                        { "profile": { "name": "Aurora Energia", "status": "ACTIVE",
                                       "sectorCode": "35.1" } }
                        """)
                .required()
                .required("id")
                .asText();
    }

    private String scoreOfNewInvoice(String id) throws IOException, InterruptedException {
        var written =
                account.post(
                        "/api/v1/accounts/" + id + "/revenue-lines",
                        """
                        { "invoicedOn": "%s", "amount": { "amount": "1000.00", "currency": "BRL" } }
                        """
                                .formatted(today().minusMonths(1)));
        written.required();
        return scoring.getSettledOn(written.header("Account-Sequence"), "/api/v1/scores/" + id)
                .required()
                .at("/verdict/status")
                .asText();
    }

    private JsonNode recommendation() throws IOException, InterruptedException {
        var items =
                opportunity
                        .get("/api/v1/recommendations?limit=200&type=CROSS_SELL_PRODUCT")
                        .required()
                        .required("items");
        for (var item : items) {
            var recommendation = item.required("recommendation");
            if (recommendation.required("type").asText().equals("CROSS_SELL_PRODUCT")) {
                return recommendation;
            }
        }
        throw new Trouble("The demo data recommend no cross-sale of a product");
    }

    private String win(JsonNode recommendation) throws IOException, InterruptedException {
        var taken =
                opportunity.post(
                        "/api/v1/recommendations/"
                                + recommendation.required("id").asText()
                                + "/moves",
                        "{ \"to\": \"QUALIFIED\" }");
        var id = taken.required().required("id").asText();
        opportunity
                .postIfMatch(
                        "/api/v1/opportunities/" + id + "/moves",
                        """
                        { "to": "WON", "annualValue": "%s", "startsOn": "%s" }
                        """
                                .formatted(VALUE, today()),
                        taken.header("ETag"))
                .required();
        return id;
    }

    private JsonNode holding(String customer, String product)
            throws IOException, InterruptedException {
        var end = System.nanoTime() + PATIENCE_SECONDS * 1_000_000_000L;
        while (System.nanoTime() < end) {
            var holdings = account.get("/api/v1/accounts/" + customer + "/holdings?limit=500");
            for (var holding : holdings.required().required("items")) {
                if (isWon(holding, product)) {
                    return holding;
                }
            }
            Thread.sleep(200);
        }
        throw new Trouble("The win has brought no holding within a minute");
    }

    private static boolean isWon(JsonNode holding, String product) {
        var value = holding.at("/annualValue/amount").asText("");
        return holding.required("productCode").asText().equals(product)
                && !value.isEmpty()
                && new BigDecimal(value).compareTo(new BigDecimal(VALUE)) == 0;
    }

    private static LocalDate today() {
        return LocalDate.now(ZoneOffset.UTC);
    }
}
