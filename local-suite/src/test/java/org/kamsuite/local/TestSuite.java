package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.stream.Stream;
import org.kamsuite.embedded.Ports;
import org.kamsuite.local.data.DemoData;

/// Starts an empty suite for a test, on ports and a data folder of its own.
public final class TestSuite {

    /// The project's folder.
    static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();

    private static final int MEMBERS = Member.values().length;

    private TestSuite() {}

    /// Starts it with more options of `./kam up`.
    public static Suite start(Path data, String... more) throws IOException, InterruptedException {
        return start(Launch.built(HOME), data, more);
    }

    /// The same, of services that are launched in another way.
    static Suite start(Launch launch, Path data, String... more)
            throws IOException, InterruptedException {
        var suite = new Suite(launch, options(data, more), new Progress(System.out));
        try {
            suite.start();
        } catch (IOException | InterruptedException | RuntimeException e) {
            suite.close();
            throw e;
        }
        configure(api(suite, "account-service", "administrator"));
        return suite;
    }

    /// The options of a suite on free ports.
    static Options options(Path data, String... more) {
        var options =
                Stream.concat(
                        Stream.of(
                                "--no-demo",
                                "--data",
                                data.toString(),
                                "--port-base",
                                Integer.toString(freeBase())),
                        Stream.of(more));
        return Options.of(HOME, options.toList());
    }

    /// Fills the suite with the demo data, as `./kam up` does in a new folder.
    static void loadDemoData(Suite suite) throws IOException, InterruptedException {
        var api = suite.api("demo", "administrator,approver,integrator,lead,manager");
        new DemoData(api, LocalDate.now(ZoneOffset.UTC), System.out).load();
    }

    /// Gives the company the settings that tests expect.
    static void configure(Api accounts) throws IOException, InterruptedException {
        accounts.put(
                        "/api/v1/settings",
                        """
                        { "currency": "EUR", "zone": "UTC", "fiscalYearStartMonth": 1,
                          "cycleMonths": 3, "configuredCap": 35 }
                        """)
                .required();
    }

    public static Api api(Suite suite, String service, String roles) {
        return api(suite, suite.service(service), roles);
    }

    static Api api(Suite suite, ServiceProcess process, String roles) {
        return new Api(process.url(), suite.token("test", roles));
    }

    private static int freeBase() {
        for (var base = 18_080; base < 30_000; base += 10) {
            if (isFree(base)) {
                return base;
            }
        }
        throw new IllegalStateException("No free ports were found");
    }

    private static boolean isFree(int base) {
        for (var offset = 1; offset <= MEMBERS; offset++) {
            if (!Ports.isFree(base + offset)) {
                return false;
            }
        }
        return true;
    }
}
