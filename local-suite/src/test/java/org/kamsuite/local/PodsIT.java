package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.local.images.MainPath;
import org.kamsuite.local.images.Program;

/// The Deployments of `deploy/overlays/local`, run by podman from the images in `target/images`.
@Tag("long")
class PodsIT {

    @TempDir static Path data;

    private static Suite suite;
    private static Pods pods;

    @BeforeAll
    static void start() throws IOException, InterruptedException {
        assumeTrue(Program.isThere("podman"), "podman is not on the PATH");
        assumeTrue(Program.isThere("kubectl"), "kubectl is not on the PATH");
        assumeTrue(
                Files.exists(TestSuite.HOME.resolve("target/images/account-service.tar")),
                "the images are not built: ./kam images builds them");
        var options = TestSuite.options(data);
        suite = new Suite(TestSuite.HOME, options, new Progress(System.out));
        pods = Pods.of(TestSuite.HOME, data, options.portBase());
        PodsUp.start(pods, suite, options, new Progress(System.out));
        TestSuite.loadDemoData(suite);
    }

    @AfterAll
    static void stop() throws IOException, InterruptedException {
        if (pods != null) {
            pods.close();
            suite.close();
            assertThat(
                            Program.run(
                                    data,
                                    List.of("podman", "ps", "--all", "--format", "{{.Names}}")))
                    .doesNotContain("account-service", "scoring-service", "opportunity-service");
        }
    }

    @Test
    void walksTheWholeMainPath() throws IOException, InterruptedException {
        var token = suite.token("pods", "administrator,integrator,lead,manager");

        var seen =
                new MainPath(
                                new Api(suite.url("account-service"), token),
                                new Api(suite.url("scoring-service"), token),
                                new Api(suite.url("opportunity-service"), token))
                        .walk();

        assertThat(seen).contains("WON").contains("holding");
    }

    @Test
    void runsAsNobodyOnAFileSystemThatItCannotWrite() throws IOException, InterruptedException {
        for (var service : Suite.SERVICES) {
            var container = inspect(service);

            assertThat(container.at("/Config/User").asText()).startsWith("10001");
            assertThat(container.at("/HostConfig/ReadonlyRootfs").asBoolean()).isTrue();
            assertThat(container.at("/EffectiveCaps").size()).isZero();
            assertThat(container.at("/HostConfig/Memory").asLong()).isEqualTo(1L << 30);
        }
    }

    @Test
    void runsOnTheAotCacheOfItsImage() throws IOException, InterruptedException {
        for (var service : Suite.SERVICES) {
            var process = inspect(service).at("/State/Pid").asLong();

            assertThat(Path.of("/proc/" + process + "/maps"))
                    .content()
                    .contains("/kam/aot/service.aot");
        }
    }

    private static JsonNode inspect(String service) throws IOException, InterruptedException {
        var said =
                Program.run(
                        data, List.of("podman", "container", "inspect", pods.container(service)));
        return new ObjectMapper().readTree(said).required(0);
    }
}
