package org.kamsuite.local;

import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.stream.Stream;

/// A running suite, a writer that keeps its own account of what was acknowledged, and a checker.
final class Trial implements AutoCloseable {

    private static final Duration CONVERGENCE = Duration.ofMinutes(3);

    private final Suite suite;
    private final Writer writer;
    private final Checker checker;

    private Trial(Suite suite, Writer writer, Checker checker) {
        this.suite = suite;
        this.writer = writer;
        this.checker = checker;
    }

    /// Starts a suite with a catalogue and the writer's accounts.
    ///
    /// @param seed decides what is written
    static Trial start(Path data, long seed) throws IOException, InterruptedException {
        System.out.println("seed " + seed);
        var suite = TestSuite.start(data);
        var trial = of(suite, seed, List.of(suite.service("account-service")));
        trial.writeCatalogue();
        trial.writer.openAccounts();
        return trial;
    }

    /// A trial on a suite that runs already, writing to any of these processes.
    static Trial of(Suite suite, long seed, List<ServiceProcess> accountServices) {
        var writer =
                new Writer(
                        accountServices.stream()
                                .map(service -> TestSuite.api(suite, service, "manager"))
                                .toList(),
                        seed,
                        LocalDate.now(ZoneOffset.UTC));
        return new Trial(suite, writer, checker(suite));
    }

    private static Checker checker(Suite suite) {
        return new Checker(
                TestSuite.api(suite, "account-service", "lead"),
                TestSuite.api(suite, "scoring-service", "reader"),
                TestSuite.api(suite, "opportunity-service", "reader"));
    }

    Suite suite() {
        return suite;
    }

    Writer writer() {
        return writer;
    }

    Checker checker() {
        return checker;
    }

    void writeCatalogue() throws IOException, InterruptedException {
        writeCatalogue(TestSuite.api(suite, "opportunity-service", "lead"));
    }

    static void writeCatalogue(Api api) throws IOException, InterruptedException {
        for (var number = 0; number < 10; number++) {
            writeProduct(api, "P" + number);
        }
    }

    void writeProduct(String code) throws IOException, InterruptedException {
        writeProduct(TestSuite.api(suite, "opportunity-service", "lead"), code);
    }

    static void writeProduct(Api api, String code) throws IOException, InterruptedException {
        api.put(
                        "/api/v1/products/" + code,
                        """
                        { "productCode": "%s", "name": "Product %s", "familyCode": "F",
                          "familyName": "Family", "lifeCycle": "ACTIVE", "valueMode": "MONEY",
                          "sectors": [], "edges": [] }
                        """
                                .formatted(code, code))
                .required();
    }

    /// Writes so many changes, a multiple of the writer's threads, and waits for the answers.
    void write(int changes) throws InterruptedException {
        writer.allow(changes);
        writer.write(changes);
    }

    /// What was acknowledged up to this moment.
    List<AcknowledgedAccount> acknowledged() {
        return writer.model().stream().map(AcknowledgedAccount::copy).toList();
    }

    /// Waits until the three services answer exactly what was acknowledged.
    void awaitConvergence() {
        awaitConvergence(writer.model());
    }

    void awaitConvergence(List<AcknowledgedAccount> accounts) {
        awaitConvergence(accounts, checker);
    }

    /// The same, asking other processes of the services.
    static void awaitConvergence(List<AcknowledgedAccount> accounts, Checker checker) {
        for (var account : accounts) {
            await().atMost(CONVERGENCE)
                    .pollInterval(Duration.ofMillis(200))
                    .untilAsserted(() -> {
                        checker.checkAccountService(account);
                        checker.checkScoringService(account);
                        checker.checkOpportunityService(account);
                    });
        }
    }

    /// Waits until no service has anything left to publish or to compute.
    void awaitDrained() {
        await().atMost(CONVERGENCE)
                .pollInterval(Duration.ofMillis(500))
                .during(Duration.ofSeconds(2))
                .until(() ->
                        Stream.of("account", "scoring", "opportunity")
                                .map(name -> new ServiceDatabase(suite, name))
                                .allMatch(Trial::isDrained));
    }

    private static boolean isDrained(ServiceDatabase database) {
        try {
            return database.isDrained();
        } catch (SQLException e) {
            throw new IllegalStateException(e);
        }
    }

    @Override
    public void close() {
        suite.close();
    }
}
