package org.kamsuite.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.Suite;
import org.kamsuite.local.TestSuite;
import org.kamsuite.local.data.Settling;

/// A foreign tester finds nothing either: it breaks right requests as the documents allow it to.
///
/// What it holds to be right need not be, since it knows no rule beyond the document; so its right
/// requests may be refused, but never by a failure. What it holds to be wrong is refused.
@Tag("long")
class SpecmaticIT {

    private static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();
    private static final Pattern ACCEPTED =
            Pattern.compile("^-ve  Scenario: .* has FAILED$", Pattern.MULTILINE);

    /// What is read although the documents leave it out: null where something is optional and not
    /// known, and a decimal that is written as a number, which loses no digit. And what never
    /// comes: beside a wrong account it makes user names of control characters, and fails to send
    /// them.
    private static final List<String> TOLERATED =
            List.of(
                    " to null",
                    " from string to number",
                    "/team/(userName:string) -> 4xx with the request from the example 'teamName'");

    @TempDir static Path data;

    private static Suite suite;
    private static Seeds seeds;
    private static Specmatic specmatic;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        specmatic = Specmatic.in(HOME.resolve("local-suite/target/specmatic"));
        suite = TestSuite.start(data);
        seeds = new Seeds(suite, Tokens.of(data));
        new Seeding(seeds).run();
        new Settling(suite.api(seeds.tokens().everything())).awaitQuiet();
    }

    @AfterAll
    static void stop() throws IOException {
        suite.close();
    }

    @ParameterizedTest
    @ValueSource(strings = {"account-service", "scoring-service", "opportunity-service"})
    void refusesWhatIsWrongAndNeverFails(String service) throws Exception {
        var operations = seeds.contract(service).operations();
        var targets = new ArrayList<Target>();
        for (var operation : operations) {
            targets.add(seeds.target(service, operation, 1));
        }

        try (var tap = Tap.before(suite.service(service).url(), Contents.databases(suite))) {
            var said =
                    specmatic.test(
                            ApiContract.committed(service),
                            targets,
                            tap.url(),
                            seeds.tokens().everything());

            System.out.printf("%s: %d requests of Specmatic%n", service, tap.seen());
            assertThat(tap.broken()).isEmpty();
            assertThat(wronglyAccepted(said)).isEmpty();
            // After a request that is not answered in time it sends none any more.
            assertThat(said).containsPattern(", Errors: 0\\b");
            assertThat(tap.seen()).isGreaterThan(operations.size());
        }
    }

    private static List<String> wronglyAccepted(String said) {
        return ACCEPTED.matcher(said)
                .results()
                .map(found -> found.group())
                .filter(scenario -> TOLERATED.stream().noneMatch(scenario::contains))
                .toList();
    }
}
