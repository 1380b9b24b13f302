package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.local.images.Program;

/// Prometheus gives the alerts for what `alerts.yaml` lets it measure, and for nothing less.
@Tag("long")
class AlertsIT {

    private static final String SCENARIOS = "alerts.yaml";

    @TempDir private Path folder;

    private final Manifest rules =
            Rendering.PRODUCTION.manifests().find("PrometheusRule", "kam-suite").orElseThrow();

    @Test
    void areGivenOnceWhatIsWrongHasLasted() throws IOException, InterruptedException {
        assumeTrue(Program.isThere("apt-get"), "no Debian package of Prometheus");
        Manifests.YAML.writeValue(folder.resolve("rules.yaml").toFile(), rules.at("/spec"));
        Files.writeString(folder.resolve(SCENARIOS), scenarios());

        var said = Program.run(folder, List.of(promtool(), "test", "rules", SCENARIOS));

        assertThat(said).contains("SUCCESS");
    }

    @Test
    void areEachGivenInAScenarioAndNotInAnother() throws IOException {
        var given =
                Manifests.YAML.readTree(scenarios()).findValues("alert_rule_test").stream()
                        .flatMap(JsonNode::valueStream)
                        .collect(
                                Collectors.partitioningBy(
                                        test -> test.path("exp_alerts").isEmpty(),
                                        Collectors.mapping(
                                                test -> test.required("alertname").asText(),
                                                Collectors.toSet())));
        var alerts = rules.everything("alert").map(JsonNode::asText).collect(Collectors.toSet());

        assertThat(alerts).hasSizeGreaterThan(8);
        assertThat(given.get(true)).isEqualTo(alerts);
        assertThat(given.get(false)).isEqualTo(alerts);
    }

    private static String scenarios() throws IOException {
        try (var scenarios = AlertsIT.class.getResourceAsStream(SCENARIOS)) {
            return new String(
                    Objects.requireNonNull(scenarios).readAllBytes(), StandardCharsets.UTF_8);
        }
    }

    private String promtool() throws IOException, InterruptedException {
        Program.run(folder, List.of("apt-get", "download", "--quiet=2", "prometheus"));
        try (var packages = Files.newDirectoryStream(folder, "prometheus_*.deb")) {
            var archive = packages.iterator().next().toString();
            Program.run(folder, List.of("dpkg-deb", "--extract", archive, "."));
        }
        return folder.resolve("usr/bin/promtool").toString();
    }
}
