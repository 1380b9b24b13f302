package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/// What `deploy/` makes of itself keeps to the rules.
class ManifestsTest {

    @ParameterizedTest
    @EnumSource
    void keepToTheRules(Rendering rendering) {
        var manifests = rendering.manifests();

        var findings = Rules.findings(Rules.of(rendering), manifests);

        assertThat(findings).isEmpty();
    }

    @Test
    void sendSpansOfAllServicesToOneCollector() {
        var manifests = Rendering.TRACED.manifests();

        var settings = manifests.find("ConfigMap", "kam-suite").orElseThrow().at("/data");

        assertThat(Manifest.texts(settings))
                .containsKeys(
                        "QUARKUS_OTEL_EXPORTER_OTLP_ENDPOINT",
                        "QUARKUS_OTEL_TRACES_SAMPLER_ARG",
                        "KAFKA_BOOTSTRAP_SERVERS");
    }

    @Test
    void runOnOneMachineAsPodsAndNothingElse() {
        var manifests = Rendering.LOCAL.manifests();

        var kinds = manifests.all().stream().map(Manifest::kind).collect(Collectors.toSet());

        assertThat(kinds).containsExactlyInAnyOrder("ConfigMap", "Deployment");
        assertThat(manifests.of("Deployment"))
                .hasSize(3)
                .allMatch(each -> each.at("/spec/replicas").asInt() == 1);
    }
}
