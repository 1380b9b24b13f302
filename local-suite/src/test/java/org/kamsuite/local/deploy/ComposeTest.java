package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/// The compose file asks for every secret, contains none, and starts what it names.
class ComposeTest {

    private static final Pattern REQUIRED = Pattern.compile("\\$\\{([A-Z_]+):\\?[^}]+}");
    private static final Pattern VARIABLE = Pattern.compile("\\$\\{[^}]+}");

    @Test
    void asksForWhatTheExampleNames() throws IOException {
        var example =
                read(".env.example")
                        .lines()
                        .filter(line -> !line.startsWith("#"))
                        .collect(Collectors.toSet());

        assertThat(example).allMatch(line -> line.endsWith("="));
        assertThat(required())
                .isEqualTo(
                        example.stream()
                                .map(line -> line.replace("=", ""))
                                .collect(Collectors.toSet()));
    }

    @Test
    void hasNoVariableThatMayBeForgotten() throws IOException {
        assertThat(VARIABLE.matcher(read("compose.yaml")).results().map(found -> found.group()))
                .allMatch(variable -> REQUIRED.matcher(variable).matches());
    }

    @Test
    void containsNoPassword() throws IOException {
        for (var service : services()) {
            service.path("environment")
                    .properties()
                    .forEach(variable -> {
                        if (variable.getKey().contains("PASSWORD")) {
                            assertThat(variable.getValue().asText()).matches(REQUIRED);
                        }
                    });
        }
    }

    @Test
    void namesEveryImageExactly() throws IOException {
        assertThat(services())
                .extracting(
                        service -> service.path("image").asText().replaceAll("\\$\\{.*}", "1.0"))
                .allMatch(Images::isNamed);
    }

    @Test
    void waitsForServicesThatAreThere() throws IOException {
        var names = names(services());

        for (var service : services()) {
            assertThat(names).containsAll(names(service.path("depends_on")));
        }
    }

    @Test
    void mountsFilesThatAreThere() throws IOException {
        for (var service : services()) {
            Manifest.values(service.path("volumes")).stream()
                    .filter(volume -> volume.startsWith("./"))
                    .forEach(volume ->
                            assertThat(
                                            Rendering.HOME
                                                    .resolve("deploy")
                                                    .resolve(volume.split(":", 2)[0]))
                                    .exists());
        }
    }

    private static Set<String> required() throws IOException {
        return REQUIRED.matcher(read("compose.yaml"))
                .results()
                .map(found -> found.group(1))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Set<String> names(JsonNode object) {
        return object.properties().stream().map(each -> each.getKey()).collect(Collectors.toSet());
    }

    private static JsonNode services() throws IOException {
        return Manifests.YAML.readTree(read("compose.yaml")).required("services");
    }

    private static String read(String file) throws IOException {
        return Files.readString(Rendering.HOME.resolve("deploy").resolve(file));
    }
}
