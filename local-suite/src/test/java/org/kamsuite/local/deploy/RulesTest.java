package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.HashSet;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;

/// Every rule finds what breaks it: one change of the real manifests each.
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class RulesTest {

    private final Set<Rule> seenToFail = new HashSet<>();

    @ParameterizedTest(name = "{0} {1} {2}")
    @CsvFileSource(resources = "broken-manifests.csv", delimiter = '|', numLinesToSkip = 1)
    void findsWhatIsBroken(String object, String place, String value, String finding)
            throws IOException {
        var manifests = Rendering.SELF_CONTAINED.manifests();
        if (object.startsWith("Gateway") || object.startsWith("HTTPRoute") || value.contains(":")) {
            manifests = Rendering.PRODUCTION.manifests();
        }
        var whole = Rules.findings(Rules.all(), manifests);

        breakIt(manifests, object, pointer(place), value);

        for (var rule : Rules.all()) {
            if (rule.findings(manifests).anyMatch(found -> !whole.contains(found))) {
                seenToFail.add(rule);
            }
        }
        assertThat(Rules.findings(Rules.all(), manifests))
                .filteredOn(found -> !whole.contains(found))
                .anyMatch(found -> found.contains(finding));
    }

    @AfterAll
    void everyRuleWasSeenToFail() {
        assertThat(seenToFail).containsAll(Rules.all());
    }

    private static JsonPointer pointer(String place) {
        return JsonPointer.compile(
                place.replace("$service", "$pod/containers/0")
                        .replace("$migration", "$pod/initContainers/0")
                        .replace("$pod", "/spec/template/spec"));
    }

    private static void breakIt(Manifests manifests, String object, JsonPointer place, String value)
            throws IOException {
        var name = object.split("/", 2);
        var manifest = manifests.find(name[0], name[1]).orElseThrow();
        var parent = manifest.json().requiredAt(place.head());
        var field = place.last().getMatchingProperty();
        if (parent instanceof ArrayNode list) {
            var _ = list.set(place.last().getMatchingIndex(), node(value));
        } else if (value.equals("gone")) {
            assertThat(((ObjectNode) parent).remove(field)).isNotNull();
        } else {
            ((ObjectNode) parent).set(field, node(value));
        }
    }

    private static JsonNode node(String yaml) throws IOException {
        return Manifests.YAML.readTree(yaml);
    }
}
