package org.kamsuite.local.deploy;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Topics;

/// The topics are those of the suite, and each service may do with them what it does.
class KafkaManifestsTest {

    private static final String DEAD_LETTER = ".dead-letter";

    private final Manifests manifests = Rendering.SELF_CONTAINED.manifests();

    @Test
    void topicsAreDeclaredAsTheSuiteMakesThem() {
        var declared =
                manifests
                        .of("KafkaTopic")
                        .collect(Collectors.toMap(Manifest::name, each -> topic(each.at("/spec"))));

        assertThat(declared).isEqualTo(topicsOfTheSuite());
    }

    @Test
    void topicsAreMadeByTheScriptAsTheSuiteMakesThem(@TempDir Path folder) throws Exception {
        var calls = callsOfTheScript(folder);

        var made = new TreeMap<String, String>();
        for (var call : calls.lines().toList()) {
            var words = call.substring(call.indexOf("--topic ")).split(" ", -1);
            var config = new TreeSet<String>();
            for (var i = 6; i < words.length; i += 2) {
                config.add(words[i + 1]);
            }
            made.put(words[1], words[3] + " " + config);
        }
        assertThat(made).isEqualTo(topicsOfTheSuite());
    }

    private static String callsOfTheScript(Path folder) throws Exception {
        var calls = folder.resolve("calls");
        var program =
                Files.writeString(
                        folder.resolve("kafka-topics.sh"),
                        "#!/bin/sh\necho \"$@\" >> " + calls + "\n");
        assertThat(program.toFile().setExecutable(true)).isTrue();
        var builder =
                new ProcessBuilder(
                        "bash",
                        Rendering.HOME.resolve("deploy/topics.sh").toString(),
                        "kafka:9092",
                        "3");
        builder.environment().merge("PATH", folder + ":", (path, first) -> first + path);
        var process = builder.redirectErrorStream(true).start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).as(said).isZero();
        return Files.readString(calls);
    }

    @Test
    void everyTopicIsWrittenByTheServiceThatTheDocumentNames() throws IOException {
        assertThat(allowed("topic", "Write")).isEqualTo(documented("send", "receive"));
    }

    @Test
    void everyTopicIsReadByThoseThatTheDocumentNames() throws IOException {
        var expected = documented("receive", "receive");
        // What a service publishes it reads again after its database was restored.
        documented("send", "receive")
                .forEach((topic, services) -> {
                    if (!topic.equals("account-changes") && !topic.endsWith(DEAD_LETTER)) {
                        expected.computeIfAbsent(topic, _ -> new TreeSet<>()).addAll(services);
                    }
                });

        assertThat(allowed("topic", "Read")).isEqualTo(expected);
    }

    @Test
    void everyServiceHasItsOwnTransactionAndGroups() {
        assertThat(allowed("transactionalId", "Write"))
                .allSatisfy((id, services) ->
                        assertThat(services).containsExactly(id.replace("-relay", "")))
                .hasSize(3);
        assertThat(allowed("group", "Read"))
                .allSatisfy((group, services) -> assertThat(services).containsExactly(group))
                .hasSize(3);
    }

    /// By resource, the services that are allowed an operation.
    private Map<String, Set<String>> allowed(String type, String operation) {
        var allowed = new TreeMap<String, Set<String>>();
        manifests
                .of("KafkaUser")
                .forEach(user ->
                        Manifest.each(user.at("/spec/authorization/acls"))
                                .filter(acl -> acl.at("/resource/type").asText().equals(type))
                                .filter(acl ->
                                        Manifest.values(acl.path("operations")).contains(operation))
                                .forEach(acl ->
                                        allowed.computeIfAbsent(
                                                        acl.at("/resource/name").asText(),
                                                        _ -> new TreeSet<>())
                                                .add(user.name().replace("-kafka", ""))));
        return allowed;
    }

    /// By topic, the services that do something with it; and by dead letters, those that do
    /// something with their topic.
    private static Map<String, Set<String>> documented(String action, String deadLetters)
            throws IOException {
        var document =
                Manifests.YAML.readTree(Rendering.HOME.resolve("docs/asyncapi.yaml").toFile());
        var documented = new TreeMap<String, Set<String>>();
        for (var operation : document.required("operations")) {
            var topic = operation.at("/channel/$ref").asText().replace("#/channels/", "");
            var service = operation.required("title").asText().split(" ", 2)[0];
            var done = operation.required("action").asText();
            if (done.equals(action)) {
                documented.computeIfAbsent(topic, _ -> new TreeSet<>()).add(service);
            }
            if (done.equals(deadLetters)) {
                documented.computeIfAbsent(topic + DEAD_LETTER, _ -> new TreeSet<>()).add(service);
            }
        }
        return documented;
    }

    private static Map<String, String> topicsOfTheSuite() {
        return Topics.all().stream()
                .collect(
                        Collectors.toMap(
                                topic -> topic.name(),
                                topic -> topic.numPartitions() + " " + settings(topic.configs())));
    }

    private static String topic(JsonNode spec) {
        return spec.path("partitions").asInt()
                + " "
                + settings(Manifest.texts(spec.path("config")));
    }

    private static Set<String> settings(Map<String, String> config) {
        return config.entrySet().stream()
                .map(each -> each.getKey() + "=" + each.getValue())
                .collect(Collectors.toCollection(TreeSet::new));
    }
}
