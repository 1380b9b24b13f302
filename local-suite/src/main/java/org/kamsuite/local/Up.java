package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.time.ZoneOffset;
import org.kamsuite.local.data.DemoData;

/// `./kam up`: runs the suite in the foreground until it is told to stop or a part of it ends.
final class Up {

    private Up() {}

    static int run(Path home, Options options) throws IOException, InterruptedException {
        var progress = new Progress(System.out);
        var suite = new Suite(home, options, progress);
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite-shutdown"));
        try {
            suite.start();
            loadDemo(suite, options, progress);
            tell(suite, options, progress);
            while (suite.dead().isEmpty()) {
                Thread.sleep(500);
            }
            progress.say(
                    "kam: "
                            + suite.dead()
                            + " ended; stopping the rest. The logs are in "
                            + options.data().resolve("logs"));
            return 1;
        } finally {
            suite.close();
        }
    }

    /// A new data folder is filled with synthetic data, unless it is not wanted.
    static void loadDemo(Suite suite, Options options, Progress progress)
            throws IOException, InterruptedException {
        var done = options.data().resolve("demo");
        var begun = options.data().resolve("demo.begun");
        if (!options.demo() || Files.exists(done)) {
            return;
        }
        var api = suite.api("demo", "administrator,approver,integrator,lead,manager");
        // What an interrupted start has loaded is found again by its external identifiers.
        if (Files.exists(begun)
                || api.get(api.account() + "/api/v1/accounts?limit=1").path("items").isEmpty()) {
            Files.write(begun, new byte[0]);
            progress.step("loading synthetic demo data");
            var today = options.businessDate();
            new DemoData(api, today == null ? LocalDate.now(ZoneOffset.UTC) : today, System.out)
                    .load();
            progress.step("the demo data are loaded and scored");
        }
        Files.write(done, new byte[0]);
    }

    static void tell(Suite suite, Options options, Progress progress) {
        progress.step("the suite is up");
        var account = suite.url("account-service");
        var scoring = suite.url("scoring-service");
        var opportunity = suite.url("opportunity-service");
        progress.say(
                """

                accounts       %s   (OpenAPI: %s/openapi)
                scores         %s   (OpenAPI: %s/openapi)
                opportunities  %s   (OpenAPI: %s/openapi)
                data and logs  %s

                Try, in another terminal and in this folder:
                  curl -s -H "Authorization: Bearer $(./kam token --role reader --data %s)" '%s/api/v1/accounts?limit=3'
                  curl -s -H "Authorization: Bearer $(./kam token --role reader --data %s)" '%s/api/v1/scores?limit=3'
                  curl -s -H "Authorization: Bearer $(./kam token --role lead --data %s)" '%s/api/v1/recommendations?limit=3'

                %s
                """
                        .formatted(
                                account,
                                account,
                                scoring,
                                scoring,
                                opportunity,
                                opportunity,
                                options.data(),
                                options.data(),
                                account,
                                options.data(),
                                scoring,
                                options.data(),
                                opportunity,
                                Background.UP));
    }
}
