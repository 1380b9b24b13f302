package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.ExecutionException;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Ports;

/// The previous version of each service runs on the databases that this version has migrated:
/// beside it, as during a rollout, and alone again, after a rollback.
@Tag("long")
class UpgradeIT {

    @TempDir static Path sources;
    private static Launch previous = Launch.built(TestSuite.HOME);

    @TempDir Path data;

    private final Map<String, ServiceProcess> after = new LinkedHashMap<>();

    @BeforeAll
    static void buildThePreviousVersion() throws IOException, InterruptedException {
        previous = PreviousVersion.build(sources);
    }

    @Test
    void thePreviousVersionKeepsWorkingOnMigratedDatabases()
            throws IOException, InterruptedException, ExecutionException {
        var seed = Long.getLong("kam.fault.seed", System.nanoTime());
        System.out.println("seed " + seed);
        try (var suite = TestSuite.start(previous, data)) {
            var trial = Trial.of(suite, seed, List.of(suite.service("account-service")));
            trial.writeCatalogue();
            trial.writer().openAccounts();
            trial.write(40);
            trial.awaitConvergence();

            for (var service : Suite.SERVICES) {
                after.put(service, startThisVersion(suite, service));
                trial.write(20);
            }
            trial.writer().writeTo(bothVersions(suite));
            trial.write(100);
            trial.awaitConvergence();
            Trial.awaitConvergence(trial.writer().model(), checkerOfThisVersion(suite));
            trial.checker().checkFeed(trial.writer().model());

            for (var service : Suite.SERVICES) {
                suite.service(service).close();
            }
            trial.writer()
                    .writeTo(List.of(TestSuite.api(suite, after("account-service"), "manager")));
            trial.write(40);
            Trial.awaitConvergence(trial.writer().model(), checkerOfThisVersion(suite));

            for (var service : Suite.SERVICES) {
                suite.restart(service);
                after(service).close();
            }
            trial.writer().writeTo(List.of(TestSuite.api(suite, "account-service", "manager")));
            trial.write(40);
            trial.awaitConvergence();
            trial.checker().checkFeed(trial.writer().model());
        }
    }

    /// Half of the requests to either version: the slots hold, and the previous version demotes.
    @Test
    void bothVersionsShareTheSlots() throws IOException, InterruptedException, ExecutionException {
        try (var suite = TestSuite.start(previous, data)) {
            var versions =
                    List.of(
                            suite.service("account-service"),
                            startThisVersion(suite, "account-service"));
            // The verdicts of this test are its own.
            suite.service("scoring-service").close();
            var programme = new Programme(suite, versions);

            var key = programme.fillTenSlotsByTwoHundredRequests();

            assertThat(key).hasSize(10);
            for (var version = 0; version < versions.size(); version++) {
                programme.demote(version, key.get(version));
            }
        }
    }

    private ServiceProcess startThisVersion(Suite suite, String service)
            throws IOException, InterruptedException {
        return suite.startReplica(Launch.built(TestSuite.HOME), service, Ports.free(), Map.of());
    }

    private List<Api> bothVersions(Suite suite) {
        var apis = new ArrayList<Api>();
        for (var process : List.of(suite.service("account-service"), after("account-service"))) {
            apis.add(TestSuite.api(suite, process, "manager"));
        }
        return apis;
    }

    private Checker checkerOfThisVersion(Suite suite) {
        return new Checker(
                TestSuite.api(suite, after("account-service"), "lead"),
                TestSuite.api(suite, after("scoring-service"), "reader"),
                TestSuite.api(suite, after("opportunity-service"), "reader"));
    }

    private ServiceProcess after(String service) {
        return Objects.requireNonNull(after.get(service), service);
    }
}
