package org.kamsuite.local.data;

import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.SplittableRandom;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/// Synthetic data of a supplier of sensors and services to industry: the same at every run for the
/// same day.
///
/// Every name is invented. There are accounts for each portfolio box and each flag, trees of four
/// levels, and everything that the criteria and the recommendations read.
public final class DemoData {

    public static final String SYSTEM = "DEMO";
    public static final int ACCOUNTS = 420;
    private static final String[] SECTORS = {"35.1", "10.7", "20.1", "49.2", "86.1", "28.9"};
    private static final String[][] PLACES = {
        {"BR", "São Paulo", "America/Sao_Paulo", "BRL"},
        {"BR", "Recife", "America/Recife", "BRL"},
        {"US", "Chicago", "America/Chicago", "USD"},
        {"PT", "Lisboa", "Europe/Lisbon", "EUR"},
        {"DE", "Stuttgart", "Europe/Berlin", "EUR"}
    };
    private static final String[] STEMS = {
        "Aurora", "Borealis", "Cobalto", "Delta", "Equinor", "Fornax", "Granito", "Horizonte",
        "Ipê", "Jacarandá", "Kepler", "Lumen", "Meridiano", "Nimbus", "Órbita", "Pampa",
        "Quartzo", "Rubi", "Solaris", "Taiga", "Umbra", "Vértice", "Xisto", "Zênite"
    };
    private static final String[] TRADES = {
        "Energia", "Alimentos", "Química", "Logística", "Saúde", "Máquinas"
    };
    private static final String[] AREAS = {"OPERATIONS", "MAINTENANCE", "IT", "QUALITY"};
    private static final String[][] PRODUCTS = {
        {"SENSOR-BASIC", "SENSORS", "2000", "SENSOR-PRO"},
        {"SENSOR-PRO", "SENSORS", "3200", "SENSOR-MAX"},
        {"SENSOR-MAX", "SENSORS", "5200", ""},
        {"GATEWAY-S", "GATEWAYS", "6000", "GATEWAY-L"},
        {"GATEWAY-L", "GATEWAYS", "14000", ""},
        {"PLATFORM-TEAM", "PLATFORM", "90000", "PLATFORM-ENTERPRISE"},
        {"PLATFORM-ENTERPRISE", "PLATFORM", "240000", ""},
        {"CARE-STANDARD", "CARE", "60000", "CARE-PREMIUM"},
        {"CARE-PREMIUM", "CARE", "150000", ""},
        {"TRAINING", "TRAINING", "18000", ""},
        {"ANALYTICS", "ANALYTICS", "70000", ""}
    };

    private final Api api;
    private final LocalDate today;
    private final int accounts;
    private final Consumer<Loaded> loaded;
    private final PrintStream out;
    private final SplittableRandom random = new SplittableRandom(20_261_101);
    private final Map<String, Rows> rows = new LinkedHashMap<>();
    private final Map<String, List<Finding>> findings = new LinkedHashMap<>();
    private List<String> managers = List.of();

    public DemoData(Api api, LocalDate today, PrintStream out) {
        this(
                api,
                today,
                ACCOUNTS,
                loaded -> out.printf("          %5d %s%n", loaded.rows(), loaded.kind()),
                out);
    }

    /// @param accounts how many accounts there are to be; those beyond the usual ones are small
    /// @param loaded is told what has been loaded and how long it took
    public DemoData(
            Api api, LocalDate today, int accounts, Consumer<Loaded> loaded, PrintStream out) {
        this.api = api;
        this.today = today;
        this.accounts = accounts;
        this.loaded = loaded;
        this.out = out;
    }

    /// The rows of one import, and the time until each had its result.
    public record Loaded(String kind, int rows, String text, double seconds) {}

    /// What our people found out about a need of a centre that we do not serve.
    private record Finding(int number, String centre, String product, String supply) {}

    /// Loads everything and waits until every score is settled.
    public void load() throws IOException, InterruptedException {
        configure();
        var programme = new DemoProgramme(api);
        managers = programme.managers();
        loadCatalogue();
        for (var number = 0; number < accounts; number++) {
            account(number);
        }
        for (var kind : rows.entrySet()) {
            var text = kind.getValue().text();
            var start = System.nanoTime();
            api.load(kind.getKey(), SYSTEM, text);
            loaded.accept(
                    new Loaded(
                            kind.getKey(),
                            kind.getValue().number(),
                            text,
                            (System.nanoTime() - start) / 1e9));
        }
        new Settling(api).await(out);
        for (var account : findings.entrySet()) {
            observe(account.getKey(), account.getValue());
        }
        api.makeFrames();
        new Settling(api).await(out);
        programme.select(managers);
        new Settling(api).await(out);
    }

    private void configure() throws IOException, InterruptedException {
        api.put(
                api.account() + "/api/v1/settings",
                Map.of(
                        "currency", "BRL",
                        "zone", "America/Sao_Paulo",
                        "fiscalYearStartMonth", 1,
                        "cycleMonths", 3,
                        "configuredCap", 35));
        var rates = new ArrayList<Map<String, String>>();
        for (var month = 40; month >= 0; month--) {
            var day = today.withDayOfMonth(1).minusMonths(month).toString();
            rates.add(Map.of("currency", "USD", "effectiveOn", day, "rate", rate(5.1, month)));
            rates.add(Map.of("currency", "EUR", "effectiveOn", day, "rate", rate(5.8, month)));
        }
        api.post(api.account() + "/api/v1/settings/rates", rates);
    }

    private static String rate(double middle, int month) {
        return decimal(middle + 0.3 * Math.sin(month / 5.0));
    }

    private void loadCatalogue() throws IOException, InterruptedException {
        var products = new ArrayList<Map<String, Object>>();
        for (var product : PRODUCTS) {
            var edges = new ArrayList<Map<String, Object>>();
            if (!product[3].isEmpty()) {
                edges.add(Map.of("kind", "UPGRADE_TO", "productCode", product[3]));
            }
            if (product[1].equals("SENSORS")) {
                edges.add(Map.of("kind", "COMPLEMENTS", "productCode", "ANALYTICS"));
            }
            products.add(
                    Map.of(
                            "productCode",
                            product[0],
                            "name",
                            product[0].charAt(0)
                                    + product[0]
                                            .substring(1)
                                            .toLowerCase(Locale.ROOT)
                                            .replace('-', ' '),
                            "familyCode",
                            product[1],
                            "familyName",
                            product[1].charAt(0) + product[1].substring(1).toLowerCase(Locale.ROOT),
                            "lifeCycle",
                            "ACTIVE",
                            "valueMode",
                            "MONEY",
                            "listPrice",
                            product[2],
                            "sectors",
                            List.of(),
                            "edges",
                            edges));
        }
        api.post(api.opportunity() + "/api/v1/products/batches", products);
    }

    private Rows of(String kind) {
        return rows.computeIfAbsent(kind, name -> new Rows());
    }

    private void account(int number) {
        var type = Archetype.of(number);
        var place = PLACES[number % PLACES.length];
        var trade = number % SECTORS.length;
        var id = "A" + number;
        // Groups of four levels: every account of a group is below the one before.
        var inGroup = number >= 360 && number % 4 != 0;
        var headcount = type.headcount() + random.nextInt(type.headcount());
        of("accounts")
                .add(
                        "externalId",
                        id,
                        "name",
                        STEMS[number % STEMS.length] + " " + TRADES[trade] + " " + (number + 1),
                        "status",
                        "ACTIVE",
                        "sectorCode",
                        SECTORS[trade],
                        "headcount",
                        headcount,
                        "parentExternalId",
                        inGroup ? "A" + (number - 1) : null,
                        "headcountGrowth",
                        type == Archetype.SHRINKING ? "-0.30" : "0.04",
                        "insolvent",
                        type == Archetype.INSOLVENT,
                        "strategicNote",
                        type == Archetype.EMERGING,
                        "veto",
                        type == Archetype.VETOED ? "Sanctions" : null);
        of("locations")
                .add(
                        "externalId", id + "/L",
                        "accountExternalId", id,
                        "country", place[0],
                        "city", place[1],
                        "zone", place[2]);
        contract(number, type, id, place[3]);
        for (var centre = 0; centre < type.centres(); centre++) {
            centre(number, type, id, place, centre);
        }
        revenue(number, type, id, place[3]);
        margin(number, type, id);
        service(number, type, id);
        relationship(number, type, id);
    }

    private void contract(int number, Archetype type, String id, String currency) {
        if (type.strong()) {
            of("contracts")
                    .add(
                            "externalId",
                            id + "/K",
                            "accountExternalId",
                            id,
                            "number",
                            "K-" + (1_000 + number),
                            "startsOn",
                            today.minusYears(2).toString(),
                            "endsOn",
                            today.plusDays(60 + number * 3 % 500).toString(),
                            "annualValue",
                            Rows.money(decimal(type.monthly() * 10 / factor(currency)), currency));
        }
    }

    private void centre(int number, Archetype type, String id, String[] place, int centre) {
        var key = id + "/C" + centre;
        var served = centre < type.served();
        of("centres")
                .add(
                        "externalId",
                        key,
                        "accountExternalId",
                        id,
                        "name",
                        AREAS[centre % AREAS.length].charAt(0)
                                + AREAS[centre % AREAS.length]
                                        .substring(1)
                                        .toLowerCase(Locale.ROOT),
                        "area",
                        AREAS[centre % AREAS.length],
                        "decisionScope",
                        List.of(),
                        "status",
                        served ? "ACTIVE" : "IDENTIFIED",
                        "zone",
                        place[2],
                        "servedSince",
                        served ? today.minusYears(3).toString() : null,
                        "observationComplete",
                        type.isObserved());
        var people = type == Archetype.SINGLE_THREADED ? 1 : type.strong() ? 3 : 1;
        for (var person = 0; person < people; person++) {
            of("stakeholders")
                    .add(
                            "externalId",
                            key + "/P" + person,
                            "accountExternalId",
                            id,
                            "centreExternalId",
                            key,
                            "name",
                            "Person " + number + "-" + centre + "-" + person,
                            "roles",
                            List.of(
                                    person == 0
                                            ? "DECIDER"
                                            : person == 1 ? "CHAMPION" : "EXECUTIVE_SPONSOR"),
                            "influence",
                            5 - person % 2,
                            "support",
                            type.strong() ? 2 : number % 3 - 1,
                            "coverage",
                            type.strong() || type == Archetype.SINGLE_THREADED
                                    ? "IN_DEPTH"
                                    : "BRIEF",
                            "observedOn",
                            today.minusMonths(2 + person).toString());
        }
        if (people > 1) {
            relations(number, id, key);
        }
        if (served) {
            holdings(number, type, id, key, place[3]);
        }
        if (type.isExplored()) {
            findings(number, id, key, centre);
        }
    }

    /// Who has whose ear at a centre, and which of our managers knows the decider.
    private void relations(int number, String id, String key) {
        relation(id, key, 1, "REPORTS_TO", key + "/P0", null, null);
        relation(
                id,
                key,
                2,
                number % 9 == 0 ? "CONFLICTS_WITH" : "INFLUENCES",
                key + "/P0",
                null,
                3);
        relation(id, key, 0, "KNOWS", null, managers.get(number % managers.size()), 2);
    }

    private void relation(
            String id,
            String key,
            int person,
            String type,
            @Nullable String other,
            @Nullable String manager,
            @Nullable Integer strength) {
        of("stakeholder-relations")
                .add(
                        "externalId",
                        key + "/N" + person,
                        "accountExternalId",
                        id,
                        "type",
                        type,
                        "stakeholderExternalId",
                        key + "/P" + person,
                        "otherStakeholderExternalId",
                        other,
                        "managerId",
                        manager,
                        "strength",
                        type.equals("CONFLICTS_WITH") ? null : strength,
                        "observedOn",
                        today.minusMonths(1).toString());
    }

    private void holdings(int number, Archetype type, String id, String key, String currency) {
        var products = type.strong() ? 3 : 1 + number % 2;
        for (var item = 0; item < products; item++) {
            var product = PRODUCTS[(number + item * 3) % PRODUCTS.length];
            of("holdings")
                    .add(
                            "externalId",
                            key + "/" + product[0],
                            "accountExternalId",
                            id,
                            "centreExternalId",
                            key,
                            "contractExternalId",
                            type.strong() ? id + "/K" : null,
                            "productCode",
                            product[0],
                            "quantity",
                            Integer.toString(5 + (number + item) % 40),
                            "annualValue",
                            Rows.money(
                                    decimal(
                                            type.monthly()
                                                    * 12
                                                    / (type.served()
                                                            * products
                                                            * factor(currency))),
                                    currency),
                            "startsOn",
                            today.minusYears(2).toString(),
                            "renewalOn",
                            today.plusDays(60 + number * 3 % 500).toString(),
                            "utilisation",
                            number % 5 == 0 ? "0.95" : "0.60");
        }
        if (number % 6 == 1) {
            of("pain-points")
                    .add(
                            "externalId",
                            key + "/B",
                            "accountExternalId",
                            id,
                            "centreExternalId",
                            key,
                            "description",
                            "Nobody sees a bearing fail before it does",
                            "families",
                            List.of("SENSORS", "GATEWAYS", "ANALYTICS"),
                            "severity",
                            2 + number % 4,
                            "status",
                            number % 4 == 1 ? "CONFIRMED" : "UNCONFIRMED",
                            "need",
                            "Warnings a week ahead",
                            "response",
                            "Vibration sensors on every drive",
                            "evidencedOn",
                            List.of(today.minusMonths(3).toString()));
        }
        if (number % 3 == 0) {
            of("goals")
                    .add(
                            "externalId",
                            key + "/G",
                            "accountExternalId",
                            id,
                            "centreExternalId",
                            key,
                            "text",
                            "Fewer unplanned stops",
                            "families",
                            List.of("SENSORS", "ANALYTICS", "CARE", "PLATFORM"),
                            "priority",
                            3 + number % 3,
                            "status",
                            number % 2 == 0 ? "CONFIRMED" : "UNCONFIRMED",
                            "dueOn",
                            today.plusMonths(5 + number % 12).toString(),
                            "evidencedOn",
                            List.of(
                                    today.minusMonths(6).toString(),
                                    today.minusMonths(1).toString()));
        }
    }

    /// What our people found out about needs that we do not serve.
    private void findings(int number, String id, String key, int centre) {
        var supplies = new String[] {"NONE", "RIVAL", "IN_HOUSE", "NOT_APPLICABLE"};
        for (var item = 0; item < supplies.length; item++) {
            var product = PRODUCTS[(number + centre + item * 3 + 1) % PRODUCTS.length];
            findings.computeIfAbsent(id, account -> new ArrayList<>())
                    .add(new Finding(number, key, product[0], supplies[item]));
        }
    }

    private void observe(String externalId, List<Finding> found)
            throws IOException, InterruptedException {
        var account =
                api.get(
                                api.account()
                                        + "/api/v1/accounts/by-external-id/"
                                        + SYSTEM
                                        + "/"
                                        + externalId)
                        .path("id")
                        .asText();
        var centres = new HashMap<String, String>();
        api.get(api.account() + "/api/v1/accounts/" + account + "/centres?limit=50")
                .path("items")
                .forEach(centre ->
                        centres.put(centre.path("sourceId").asText(), centre.path("id").asText()));
        var whiteSpace = api.opportunity() + "/api/v1/white-space/" + account;
        for (var finding : found) {
            var centre = Objects.requireNonNull(centres.get(finding.centre()));
            api.post(whiteSpace + "/observations", observation(finding, centre));
            if (finding.supply().equals("NONE") && Archetype.of(finding.number()).isGrowing()) {
                api.post(whiteSpace + "/wallet-statements", statement(finding, centre));
            }
        }
    }

    private Map<String, Object> observation(Finding finding, String centre) {
        var body = new LinkedHashMap<String, Object>();
        body.put("centreId", centre);
        body.put("productCode", finding.product());
        body.put("supply", finding.supply());
        body.put("confidence", "0.9");
        body.put("observedOn", today.minusDays(20).toString());
        if (finding.supply().equals("RIVAL")) {
            body.put("rival", "Rival Instruments");
            body.put("rivalRenewalOn", today.plusDays(40 + 7 * finding.number() % 700).toString());
        }
        if (finding.supply().equals("NOT_APPLICABLE")) {
            body.put("blockReason", "No such plant");
            body.put("reviewOn", today.plusYears(1).toString());
        }
        return body;
    }

    private Map<String, Object> statement(Finding finding, String centre) {
        return Map.of(
                "centreId", centre,
                "productCode", finding.product(),
                "annualValue", Integer.toString(900_000 + 10_000 * finding.number()),
                "basis", "CUSTOMER_STATED",
                "statedOn", today.minusDays(20).toString());
    }

    private void revenue(int number, Archetype type, String id, String currency) {
        var last = YearMonth.from(today).minusMonths(type == Archetype.INACTIVE ? 30 : 1);
        var months = type == Archetype.INACTIVE ? 6 : 24;
        for (var month = months - 1; month >= 0; month--) {
            var trend = 1 + type.growth() * (12 - month) / 24.0;
            var amount =
                    type.monthly() * trend * (0.9 + 0.2 * random.nextDouble()) / factor(currency);
            var costs = type == Archetype.UNPROFITABLE ? 1.08 : 0.58;
            of("revenue-lines")
                    .add(
                            "externalId",
                            id + "/R" + last.minusMonths(month),
                            "accountExternalId",
                            id,
                            "invoicedOn",
                            last.minusMonths(month).atDay(1 + number % 28).toString(),
                            "productCode",
                            PRODUCTS[number % PRODUCTS.length][0],
                            "amount",
                            Rows.money(decimal(amount), currency),
                            "cost",
                            type.costed(number) ? decimal(amount * costs) : null,
                            "recurring",
                            month % 2 == 0);
        }
    }

    /// What margin is stated; of some accounts neither that nor the costs are known.
    private void margin(int number, Archetype type, String id) {
        if (type.costed(number) || number % 40 == 7) {
            of("margin-rates")
                    .add(
                            "externalId",
                            id + "/M",
                            "accountExternalId",
                            id,
                            "rate",
                            "0.35",
                            "observedOn",
                            today.minusMonths(4).toString());
        }
    }

    private static double factor(String currency) {
        return switch (currency) {
            case "USD" -> 5.1;
            case "EUR" -> 5.8;
            default -> 1;
        };
    }

    private void service(int number, Archetype type, String id) {
        if (type.hours() == 0) {
            return;
        }
        for (var month = 1; month <= 12; month++) {
            var day = today.withDayOfMonth(1).minusMonths(month);
            of("service-efforts")
                    .add(
                            "externalId",
                            id + "/E" + month,
                            "accountExternalId",
                            id,
                            "workedOn",
                            day.toString(),
                            "hours",
                            Integer.toString(type.hours() + (number + month) % 6));
            if (month <= 6) {
                of("service-requests")
                        .add(
                                "externalId",
                                id + "/Q" + month,
                                "accountExternalId",
                                id,
                                "type",
                                "SUPPORT",
                                "complexity",
                                month % 3 == 0
                                        ? "STANDARD"
                                        : month % 3 == 1 ? "COMPLEX" : "BESPOKE",
                                "openedOn",
                                day.plusDays(3).toString());
            }
        }
        if (type.strong()) {
            for (var term = 0; term < 2 + number % 2; term++) {
                of("bespoke-terms")
                        .add(
                                "externalId",
                                id + "/T" + term,
                                "accountExternalId",
                                id,
                                "kind",
                                term == 0
                                        ? "OWN_SLA"
                                        : term == 1 ? "INTEGRATION" : "CUSTOM_REPORTING",
                                "agreedOn",
                                today.minusYears(1).toString());
            }
        }
        if (number % 37 == 0) {
            of("complaints")
                    .add(
                            "externalId",
                            id + "/X",
                            "accountExternalId",
                            id,
                            "severity",
                            "CRITICAL",
                            "openedOn",
                            today.minusDays(10).toString());
        }
    }

    private void relationship(int number, Archetype type, String id) {
        if (type == Archetype.STREAMLINE && number % 2 == 0) {
            return;
        }
        of("relationship-stages")
                .add(
                        "externalId",
                        id + "/S",
                        "accountExternalId",
                        id,
                        "stage",
                        type.strong() ? "INTEGRATED" : number % 2 == 0 ? "BASIC" : "EXPLORATORY",
                        "observedOn",
                        today.minusMonths(3).toString());
        of("satisfaction-answers")
                .add(
                        "externalId",
                        id + "/A",
                        "accountExternalId",
                        id,
                        "score",
                        type.strong() ? "92" : "45",
                        "influence",
                        5,
                        "answeredOn",
                        today.minusMonths(2).toString());
        if (type.recognition() >= 0) {
            evidence(id, "RECOGNITION", "ana", type.recognition());
            evidence(id, "REFERENCE", "ana", type.recognition());
            if (type == Archetype.DISPUTED) {
                evidence(id, "RECOGNITION", "bruno", 0);
            }
        }
        if (type.strong()) {
            for (var project = 0; project < 5; project++) {
                of("delivered-projects")
                        .add(
                                "externalId",
                                id + "/J" + project,
                                "accountExternalId",
                                id,
                                "name",
                                "Roll-out " + (project + 1),
                                "deliveredOn",
                                today.minusMonths(4L * project + 2).toString(),
                                "outcome",
                                "SUCCESS");
            }
        }
        if (number % 11 == 0) {
            of("dislikes")
                    .add(
                            "externalId",
                            id + "/D",
                            "accountExternalId",
                            id,
                            "productCode",
                            "TRAINING",
                            "observedOn",
                            today.minusMonths(2).toString());
        }
    }

    private void evidence(String id, String kind, String rater, int value) {
        of("evidence-items")
                .add(
                        "externalId", id + "/" + kind + "/" + rater,
                        "accountExternalId", id,
                        "kind", kind,
                        "type", kind.equals("REFERENCE") ? "REFERENCE_AGREED" : "SECTOR_RANKING",
                        "value", value,
                        "rater", rater,
                        "observedOn", today.minusMonths(5).toString());
    }

    private static String decimal(double value) {
        return BigDecimal.valueOf(value).setScale(2, RoundingMode.HALF_UP).toPlainString();
    }
}
