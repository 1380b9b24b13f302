package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/// Alerts and dashboard speak of what the services measure.
class MonitoringTest {

    private static final Pattern MEASURED =
            Pattern.compile(
                    "(gauge|builder|counter|timer|register)\\((?:\\s*metrics,\\s*database,)?\\s*\"(kam\\.[a-z.]+)\"");
    private static final Pattern NAMED = Pattern.compile("\\b([a-z][a-z0-9_]*)\\s*\\{");
    private static final Pattern EXPLAINED =
            Pattern.compile("^\\| `(Kam\\w+)` \\|", Pattern.MULTILINE);
    private static final Pattern MEASURE = Pattern.compile("`(kam_\\w+)`");

    /// Prometheus', the framework's and the virtual machine's.
    private static final Set<String> OTHERS =
            Set.of(
                    "up",
                    "agroal_active_count",
                    "agroal_awaiting_count",
                    "agroal_max_used_count",
                    "http_server_requests_seconds_bucket",
                    "http_server_requests_seconds_count",
                    "http_server_requests_seconds_sum",
                    "http_server_requests_seconds_max",
                    "jvm_memory_used_bytes");

    private final Manifests manifests = Rendering.PRODUCTION.manifests();

    @Test
    void alertsNameWhatIsMeasured() throws IOException {
        var rules = manifests.find("PrometheusRule", "kam-suite").orElseThrow();

        var named = named(rules.everything("expr"));

        assertThat(named).hasSizeGreaterThan(8).isSubsetOf(measured());
    }

    @Test
    void everyAlertIsExplainedToOperators() throws IOException {
        var rules = manifests.find("PrometheusRule", "kam-suite").orElseThrow();

        var explained = EXPLAINED.matcher(page()).results().map(row -> row.group(1)).toList();

        assertThat(explained)
                .hasSizeGreaterThan(8)
                .containsExactlyElementsOf(
                        rules.everything("alert").map(JsonNode::asText).toList());
    }

    @Test
    void theDashboardNamesWhatIsMeasured() throws IOException {
        assertThat(shown()).hasSizeGreaterThan(8).isSubsetOf(measured());
    }

    @Test
    void whateverTheServicesMeasureIsShownAndExplained() throws IOException {
        var measures = families(measured());

        assertThat(families(shown())).containsAll(measures);
        assertThat(MEASURE.matcher(page()).results().map(row -> row.group(1)))
                .containsAll(measures);
    }

    @Test
    void aMetricThatNobodyMeasuresIsNoticed() throws IOException {
        assertThat(measured())
                .contains(
                        "kam_outbox_age_seconds",
                        "kam_relay_failures_total",
                        "kam_import_waiting_rows");
        assertThat(measured()).doesNotContain("kam_outbox_age");
    }

    private static String page() throws IOException {
        return Files.readString(Rendering.HOME.resolve("docs/operations.md"));
    }

    private Set<String> shown() throws IOException {
        var dashboard = manifests.find("ConfigMap", "kam-suite-dashboard").orElseThrow();
        var json = Manifests.YAML.readTree(dashboard.at("/data/kam-suite.json").asText());
        return named(json.findValues("expr").stream());
    }

    /// Our own, a timer's three as one.
    private static Set<String> families(Set<String> names) {
        return names.stream()
                .filter(name -> name.startsWith("kam_"))
                .map(name -> name.replaceFirst("(_seconds)_(count|sum|max)$", "$1"))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> named(Stream<JsonNode> expressions) {
        return expressions
                .flatMap(each -> NAMED.matcher(each.asText()).results())
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /// As Prometheus sees it.
    private static Set<String> measured() throws IOException {
        var names = new TreeSet<>(OTHERS);
        for (var module :
                List.of(
                        "service-kit",
                        "account-service",
                        "scoring-service",
                        "opportunity-service")) {
            try (var files = Files.walk(Rendering.HOME.resolve(module).resolve("src/main/java"))) {
                for (var file : files.filter(each -> each.toString().endsWith(".java")).toList()) {
                    names.addAll(measuredIn(file));
                }
            }
        }
        return names;
    }

    private static List<String> measuredIn(Path file) throws IOException {
        return MEASURED.matcher(Files.readString(file))
                .results()
                .flatMap(found -> {
                    var name = found.group(2).replace('.', '_');
                    return switch (found.group(1)) {
                        case "counter" -> Stream.of(name + "_total");
                        case "timer" ->
                                Stream.of("count", "sum", "max")
                                        .map(part -> name + "_seconds_" + part);
                        default -> Stream.of(name);
                    };
                })
                .toList();
    }
}
