package org.kamsuite.local.deploy;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.kamsuite.embedded.Postgres;

/// Secrets are named, never contained; a password that is not asked for is none.
final class NoSecrets implements Rule {

    private static final Pattern SECRET =
            Pattern.compile(
                    "(?i).*(password|passwd|jaas|secret|credential|private.?key|api.?key).*");

    @Override
    public Stream<String> findings(Manifests manifests) {
        return Stream.of(
                        manifests.of("Secret").map(secret -> secret + " is a Secret"),
                        manifests.of("ConfigMap").flatMap(NoSecrets::settings),
                        manifests.pods().flatMap(NoSecrets::variables))
                .flatMap(each -> each);
    }

    private static Stream<String> settings(Manifest map) {
        return Manifest.texts(map.at("/data")).entrySet().stream()
                .filter(each -> SECRET.matcher(each.getKey()).matches())
                .filter(each -> !each.getValue().equals(Postgres.ANY_PASSWORD))
                .map(each -> map + " contains a secret: " + each.getKey());
    }

    private static Stream<String> variables(Pod pod) {
        return pod.containers()
                .flatMap(container -> Manifest.each(container.path("env")))
                .filter(NoSecrets::isContained)
                .map(variable -> pod + " contains a secret: " + variable.path("name").asText());
    }

    private static boolean isContained(JsonNode variable) {
        return variable.has("value") && SECRET.matcher(variable.path("name").asText()).matches();
    }
}
