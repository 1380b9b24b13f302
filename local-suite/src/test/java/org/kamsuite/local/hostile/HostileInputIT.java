package org.kamsuite.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.ApiContract.Operation;
import org.kamsuite.local.ServiceDatabase;
import org.kamsuite.local.Suite;
import org.kamsuite.local.TestSuite;
import org.kamsuite.local.data.Settling;

/// Every operation of every document refuses hostile requests as problem+json and writes nothing.
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class HostileInputIT {

    private static final long SEED = Long.getLong("kam.hostile.seed", 20261124L);
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final int AT_ONCE = 12;
    private static final int SHOWN = 25;

    /// The most cases of one category and operation; which ones, the seed decides.
    private static final int MOST = Integer.getInteger("kam.hostile.cases", 3);

    /// How often each operation is sent something random in the long run.
    private static final int RANDOM = Integer.getInteger("kam.hostile.random", 200);

    /// Right requests that cannot succeed here, so that their keys cannot be used twice.
    private static final Set<String> REFUSED =
            Set.of(
                    // The account is a candidate that its score does not recommend.
                    "account-service designationConfirm",
                    "account-service designationDemote",
                    "account-service designationOverride",
                    "account-service designationProposeDemotion",
                    "account-service designationReject",
                    "account-service designationRetain",
                    "account-service designationReview",
                    "account-service designationWaitlist",
                    // There are no dead letters.
                    "account-service adminReplay",
                    "scoring-service adminReplay",
                    "opportunity-service adminReplay");

    @TempDir static Path data;

    private static final Map<Category, Integer> SENT = new EnumMap<>(Category.class);
    private static final ExecutorService POOL = Executors.newFixedThreadPool(AT_ONCE);
    private static Suite suite;
    private static Seeds seeds;
    private static Map<String, ServiceDatabase> databases;
    private static Contents contents;

    @BeforeAll
    static void start() throws IOException, InterruptedException, SQLException {
        System.out.printf("Hostile input: seed %d, at most %d cases of a kind%n", SEED, MOST);
        suite = TestSuite.start(data);
        databases = Contents.databases(suite);
        seeds = new Seeds(suite, Tokens.of(data));
        new Seeding(seeds).run();
        new Settling(suite.api(seeds.tokens().everything())).awaitQuiet();
        contents = Contents.whenQuiet(databases);
    }

    @AfterAll
    static void stop() throws IOException {
        var sum = SENT.values().stream().mapToInt(Integer::intValue).sum();
        System.out.printf("%d hostile requests to %d operations%n", sum, operations().count());
        SENT.forEach((category, count) -> System.out.printf("  %-20s %6d%n", category, count));
        POOL.shutdownNow();
        suite.close();
    }

    static Stream<Arguments> operations() throws IOException {
        var all = new ArrayList<Arguments>();
        for (var service : Suite.SERVICES) {
            for (var operation : ApiContract.read(service).operations()) {
                all.add(Arguments.of(service, operation));
            }
        }
        return all.stream();
    }

    @Order(1)
    @Test
    void everyRightRequestIsAcceptedBeforeItIsBroken() {
        assertThat(seeds.refused().keySet())
                .as(seeds.refused().toString())
                .containsExactlyInAnyOrderElementsOf(REFUSED);
    }

    @Order(1)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void refuses(String service, Operation operation) throws Exception {
        var target = seeds.target(service, operation, 1);
        var cases = cases(target);

        var broken = broken(service, cases);

        assertThat(broken).isEmpty();
        assertThat(written()).as("written by " + target).isEmpty();
        assertThat(categories(cases)).as("cases of " + target).containsAll(expected(target));
    }

    @Order(1)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("reads")
    void answersAsItsDocumentSays(String service, Operation read) throws Exception {
        var answer = seeds.wire(service).send(seeds.target(service, read, 1).right());

        assertThat(answer.status()).isEqualTo(200);
        var schema = read.description().at("/responses/200/content/application~1json/schema");
        var body = JSON.readTree(answer.body());
        assertThat(seeds.contract(service).closed().violations(schema, body)).isEmpty();
    }

    static Stream<Arguments> reads() throws IOException {
        return operations().filter(each -> !((Operation) each.get()[1]).writes());
    }

    @Order(1)
    @Test
    void knowsWhoMayDoEachOperationAndNoOther() throws IOException {
        var documented = new HashSet<String>();
        for (var service : Suite.SERVICES) {
            ApiContract.read(service)
                    .operations()
                    .forEach(operation -> documented.add(RoleTable.name(service, operation)));
        }

        assertThat(RoleTable.read().roles().keySet())
                .containsExactlyInAnyOrderElementsOf(documented);
    }

    /// A write is sent with a parameter that it does not know: who may is told so, and nothing is
    /// written.
    @Order(1)
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void letsInWhomTheTableOfRolesNames(String service, Operation operation) throws Exception {
        var right = seeds.target(service, operation, 1).right();
        var request = operation.writes() ? right.and("nobodyKnowsThis", "1") : right;
        var may = RoleTable.read().of(service, operation);

        var statuses = new TreeMap<String, Integer>();
        statuses.put("none", statusOf(service, request, seeds.tokens().stranger()));
        for (var role : Tokens.ALL) {
            statuses.put(role, statusOf(service, request, seeds.tokens().of(role)));
        }

        var expected = new TreeMap<String, Integer>();
        expected.put("none", 403);
        for (var role : Tokens.ALL) {
            expected.put(role, may.contains(role) ? operation.writes() ? 400 : 200 : 403);
        }
        assertThat(statuses).isEqualTo(expected);
        assertThat(seeds.wire(service).send(request.without("Authorization")).status())
                .isEqualTo(401);
    }

    private static int statusOf(String service, Request request, String token)
            throws IOException, InterruptedException {
        return seeds.wire(service).send(request.as(token)).status();
    }

    @Order(1)
    @Test
    void rejectsEveryBrokenRowOfAnImport() throws Exception {
        var take = target("account-service", "importTake");
        var taken = 0;

        for (var request : ImportCases.brokenRows(take)) {
            var answer = seeds.wire("account-service").send(request);
            if (answer.isSuccess()) {
                taken++;
            } else {
                var hostile = HostileCase.of(Category.IMPORTED_BODY, "rows", request);
                assertThat(AnswerRules.broken(hostile, answer))
                        .as("%s%n%s", request, answer)
                        .isEmpty();
            }
        }

        assertThat(written()).isEmpty();
        assertThat(taken).isPositive();
        assertThat(
                        new ServiceDatabase(suite, "account")
                                .texts(
                                        "select distinct state || ' ' || outcome || ' ' || coalesce(errors::text, '') from imports i join import_rows r on r.import_id = i.id"))
                .isNotEmpty()
                .allSatisfy(row -> {
                    assertThat(row).startsWith("DONE REJECTED");
                    assertThat(AnswerRules.showsInsides(row)).as(row).isFalse();
                });
    }

    @Order(1)
    @Test
    void wantsSomethingForEveryParameterOfAPath() {
        var unknown = new Operation("GET", "/api/v1/things/{thingId}", MissingNode.getInstance());

        assertThatThrownBy(() -> seeds.path("account-service", unknown, "thingId"))
                .hasMessageContaining("GET /api/v1/things/{thingId} needs something that exists");
    }

    @Order(2)
    @Test
    void wouldSeeWhatIsWritten() throws Exception {
        var right = target("account-service", "dislikeAdd").right();

        assertThat(seeds.wire("account-service").send(right).status()).isEqualTo(201);

        assertThat(written()).contains("account.public.dislikes", "account.public.accounts");
    }

    /// Random changes may well be right, and then they are written: only the answers are looked at.
    @Order(3)
    @Tag("long")
    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("operations")
    void answersRandomRequestsInOrder(String service, Operation operation) throws Exception {
        var target = seeds.target(service, operation, 1);
        var random = new Random(SEED + target.toString().hashCode());

        assertThat(broken(service, RandomCases.of(target, random, RANDOM))).isEmpty();
    }

    private static Target target(String service, String operation)
            throws IOException, InterruptedException {
        return seeds.target(
                service,
                seeds.contract(service).operations().stream()
                        .filter(each -> each.id().equals(operation))
                        .findFirst()
                        .orElseThrow(),
                1);
    }

    private static List<HostileCase> cases(Target target) throws IOException, InterruptedException {
        var random = new Random(SEED ^ target.toString().hashCode());
        var other = seeds.target(target.service(), target.operation(), 2);
        var cases = new ArrayList<HostileCase>();
        cases.addAll(BodyCases.of(target));
        cases.addAll(QueryCases.of(target));
        cases.addAll(ListCases.of(target, random));
        cases.addAll(PathCases.of(target));
        cases.addAll(HeaderCases.of(target, other, seeds.sequence()));
        cases.addAll(ImportCases.of(target));
        return some(cases, random);
    }

    private static List<HostileCase> some(List<HostileCase> cases, Random random) {
        Collections.shuffle(cases, random);
        var counts = new EnumMap<Category, Integer>(Category.class);
        return cases.stream()
                .filter(each -> counts.merge(each.category(), 1, Integer::sum) <= MOST)
                .toList();
    }

    private static Set<Category> categories(List<HostileCase> cases) {
        return cases.stream().map(HostileCase::category).collect(Collectors.toSet());
    }

    /// What can be asked in one way only cannot use a key twice.
    private static Set<Category> expected(Target target) throws IOException, InterruptedException {
        var expected = Category.of(target);
        var other = seeds.target(target.service(), target.operation(), 2);
        if (REFUSED.contains(target.service() + " " + target.operation().id())
                || other.text().equals(target.text())) {
            expected.remove(Category.KEY_REUSED);
        }
        return expected;
    }

    /// Sends all cases, several at once, and tells the wrong answers.
    private static List<String> broken(String service, List<HostileCase> cases)
            throws InterruptedException, ExecutionException {
        var wire = seeds.wire(service);
        var sent = new ArrayList<Callable<String>>();
        for (var hostile : cases) {
            SENT.merge(hostile.category(), 1, Integer::sum);
            sent.add(() -> {
                var answer = wire.send(hostile.request());
                var rules = AnswerRules.broken(hostile, answer);
                return rules.isEmpty()
                        ? ""
                        : "%n%s %s: %s%n  %s%n  -> %s"
                                .formatted(
                                        hostile.category(),
                                        hostile.what(),
                                        rules,
                                        hostile.request(),
                                        answer);
            });
        }
        var broken = new ArrayList<String>();
        for (var answer : POOL.invokeAll(sent)) {
            if (!answer.get().isEmpty() && broken.size() < SHOWN) {
                broken.add(answer.get());
            }
        }
        return broken;
    }

    /// The tables that have changed since this was last asked.
    private static Set<String> written() throws SQLException {
        var now = Contents.whenQuiet(databases);
        var changed = now.changed(contents);
        contents = now;
        return changed;
    }
}
