package org.kamsuite.local.data;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.CSVRecord;

/// Loads the AdventureWorks resellers, their catalogue and three years of orders (Microsoft's
/// sample, MIT licence).
///
/// A holding is a product bought in the trailing twelve months, its annual value that sum, in the
/// centre that stands for what is not mapped. See docs/importing.md.
public final class AdventureWorks {

    static final String SYSTEM = "ADVENTUREWORKS";
    private static final LocalDate AS_OF = LocalDate.of(2013, 12, 1);
    private static final String CURRENCY = "USD";

    private final Api api;
    private final Path folder;
    private final PrintStream out;

    public AdventureWorks(Api api, Path folder, PrintStream out) {
        this.api = api;
        this.folder = folder;
        this.out = out;
    }

    /// Loads everything, waits until every score is settled, checks sums and scores, prints the
    /// best, and follows a change of one account.
    ///
    /// @throws IOException where the suite says anything else than the files
    public void run() throws IOException, InterruptedException {
        var sales = read("adventureworks_reseller_sales_train.csv");
        var products = products();
        api.put(
                api.account() + "/api/v1/settings",
                Map.of(
                        "currency", CURRENCY,
                        "zone", "America/Los_Angeles",
                        "fiscalYearStartMonth", 1,
                        "cycleMonths", 3,
                        "configuredCap", 35));
        load("accounts", accounts());
        loadCatalogue(products);
        load("revenue-lines", revenueLines(sales, products));
        load("holdings", holdings(sales, products));
        new Settling(api).await(out);
        api.makeFrames();
        new Settling(api).await(out);
        new ResellersCheck(api, AS_OF, out).run(sales);
        new BestOf(api, out).print(10, 20);
        new FollowedChanges(api, AS_OF, out).run();
    }

    private void load(String kind, Rows rows) throws IOException, InterruptedException {
        var start = System.nanoTime();
        var outcome = api.load(kind, SYSTEM, rows.text());
        var seconds = (System.nanoTime() - start) / 1e9;
        out.printf(
                "%-14s %6d rows in %6.1f s (%.0f rows/s)  %s%n",
                kind, rows.number(), seconds, rows.number() / seconds, outcome);
    }

    private List<CSVRecord> read(String name) throws IOException {
        try (var reader = Files.newBufferedReader(folder.resolve(name))) {
            return CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setSkipHeaderRecord(true)
                    .get()
                    .parse(reader)
                    .getRecords();
        }
    }

    private Rows accounts() throws IOException {
        var rows = new Rows();
        for (var line : read("adventureworks_resellers.csv")) {
            rows.add(
                    "externalId", line.get("ResellerKey"),
                    "name", line.get("ResellerName"),
                    "status", "ACTIVE",
                    "sectorCode", line.get("BusinessType").replace(' ', '-'),
                    "headcount", Integer.valueOf(line.get("NumberEmployees")),
                    "customerRevenue", line.get("AnnualSales"));
        }
        return rows;
    }

    /// Products by their key; the newest description of a code counts.
    private Map<String, Map<String, Object>> products() throws IOException {
        var products = new LinkedHashMap<String, Map<String, Object>>();
        for (var line : read("adventureworks_products.csv")) {
            var product = new HashMap<String, Object>();
            product.put("productCode", line.get("ProductAlternateKey"));
            product.put("name", line.get("EnglishProductName"));
            var family = line.get("Subcategory").isEmpty() ? "Components" : line.get("Subcategory");
            product.put(
                    "familyCode", family.toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]+", "-"));
            product.put("familyName", family);
            product.put(
                    "lifeCycle", line.get("Status").equals("Current") ? "ACTIVE" : "END_OF_SALE");
            product.put("valueMode", "MONEY");
            if (!line.get("ListPrice").isEmpty()) {
                product.put("listPrice", line.get("ListPrice"));
            }
            product.put("sectors", List.of());
            product.put("edges", List.of());
            products.put(line.get("ProductKey"), product);
        }
        return products;
    }

    private void loadCatalogue(Map<String, Map<String, Object>> products)
            throws IOException, InterruptedException {
        var codes = new TreeMap<String, Map<String, Object>>();
        products.values()
                .forEach(
                        p -> codes.put(Objects.requireNonNull(p.get("productCode")).toString(), p));
        api.post(api.opportunity() + "/api/v1/products/batches", new ArrayList<>(codes.values()));
        out.printf("%-14s %6d%n", "products", codes.size());
    }

    private Rows revenueLines(List<CSVRecord> sales, Map<String, Map<String, Object>> products) {
        var rows = new Rows();
        for (var line : sales) {
            rows.add(
                    "externalId",
                            line.get("SalesOrderNumber") + "-" + line.get("SalesOrderLineNumber"),
                    "accountExternalId", line.get("ResellerKey"),
                    "invoicedOn", line.get("OrderDate"),
                    "productCode", code(products, line),
                    "amount", Rows.money(line.get("SalesAmount"), CURRENCY),
                    "cost", line.get("TotalProductCost"));
        }
        return rows;
    }

    private static String code(Map<String, Map<String, Object>> products, CSVRecord line) {
        var product = Objects.requireNonNull(products.get(line.get("ProductKey")));
        return Objects.requireNonNull(product.get("productCode")).toString();
    }

    /// Ends the command with the sentence where something is not as the files say.
    static void require(boolean holds, String sentence) throws IOException {
        if (!holds) {
            throw new IOException(sentence);
        }
    }

    /// Whether a day lies in the twelve months before another.
    static boolean isTrailing(LocalDate day, LocalDate asOf) {
        return !day.isBefore(asOf.minusYears(1)) && day.isBefore(asOf);
    }

    private Rows holdings(List<CSVRecord> sales, Map<String, Map<String, Object>> products) {
        var sums = new LinkedHashMap<String, Holding>();
        for (var line : sales) {
            var day = LocalDate.parse(line.get("OrderDate"));
            if (isTrailing(day, AS_OF)) {
                var code = code(products, line);
                sums.computeIfAbsent(
                                line.get("ResellerKey") + "/" + code,
                                key -> new Holding(line.get("ResellerKey"), code))
                        .add(line, day);
            }
        }
        var rows = new Rows();
        sums.forEach((key, holding) ->
                rows.add(
                        "externalId",
                        key,
                        "accountExternalId",
                        holding.reseller,
                        "productCode",
                        holding.product,
                        "quantity",
                        holding.quantity.toPlainString(),
                        "annualValue",
                        Rows.money(holding.value.toPlainString(), CURRENCY),
                        "startsOn",
                        holding.first.toString()));
        return rows;
    }

    private static final class Holding {

        private final String reseller;
        private final String product;
        private BigDecimal quantity = BigDecimal.ZERO;
        private BigDecimal value = BigDecimal.ZERO;
        private LocalDate first = AS_OF;

        Holding(String reseller, String product) {
            this.reseller = reseller;
            this.product = product;
        }

        void add(CSVRecord line, LocalDate day) {
            quantity = quantity.add(new BigDecimal(line.get("OrderQuantity")));
            value = value.add(new BigDecimal(line.get("SalesAmount")));
            first = day.isBefore(first) ? day : first;
        }
    }
}
