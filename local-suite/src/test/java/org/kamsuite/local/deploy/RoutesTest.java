package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.kamsuite.local.ApiContract;
import org.kamsuite.local.Suite;

/// What the services answer by their documents is reachable at the one host, and nothing else.
class RoutesTest {

    private static final Pattern PUBLIC = Pattern.compile("/api/v1/[^/]+");

    @Test
    void theGatewayKnowsEveryPath() throws IOException {
        var routes = new TreeMap<String, String>();
        Rendering.PRODUCTION
                .manifests()
                .of("HTTPRoute")
                .flatMap(route -> Manifest.each(route.at("/spec/rules")))
                .forEach(rule ->
                        Manifest.each(rule.path("matches"))
                                .forEach(match -> {
                                    assertThat(match.at("/path/type").asText())
                                            .isEqualTo("PathPrefix");
                                    routes.put(
                                            match.at("/path/value").asText(),
                                            rule.at("/backendRefs/0/name").asText());
                                }));

        assertThat(routes).isEqualTo(documented());
    }

    @Test
    void theIngressKnowsEveryPath() throws IOException {
        var ingress = Rendering.SELF_CONTAINED.manifests().find("Ingress", "kam-suite");

        var routes =
                Manifest.each(ingress.orElseThrow().at("/spec/rules/0/http/paths"))
                        .collect(
                                Collectors.toMap(
                                        path -> path.path("path").asText(),
                                        path -> path.at("/backend/service/name").asText()));

        assertThat(routes).isEqualTo(documented());
    }

    /// The first segments of all public paths, and the service that owns each.
    private static Map<String, String> documented() throws IOException {
        var owners = new TreeMap<String, String>();
        for (var service : Suite.SERVICES) {
            for (var operation : ApiContract.read(service).operations()) {
                var path = PUBLIC.matcher(operation.path());
                if (path.lookingAt()) {
                    owners.put(path.group(), service);
                }
            }
        }
        return owners;
    }
}
