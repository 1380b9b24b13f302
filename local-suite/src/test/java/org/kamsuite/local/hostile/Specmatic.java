package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kamsuite.local.ApiContract.Operation;
import org.kamsuite.local.NpmPackage;

/// [Specmatic](https://docs.specmatic.io), a tester of OpenAPI documents that is not ours: it
/// breaks right requests in its own ways and says which answers the document does not allow.
final class Specmatic {

    private static final String PACKAGE = "specmatic@2.55.1";
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final long PATIENCE_MINUTES = 60;

    /// Some answers wait until the databases are quiet, to be compared.
    private static final int ANSWER_SECONDS = 300;

    /// Of the properties of one body; all of them together are tens of thousands.
    private static final String COMBINATIONS = "20";

    private final Path folder;
    private final Path jar;

    private Specmatic(Path folder, Path jar) {
        this.folder = folder;
        this.jar = jar;
    }

    /// Fetches it once, as npm does, into the folder.
    static Specmatic in(Path folder) throws IOException, InterruptedException {
        var jar = NpmPackage.fetch(PACKAGE, folder).resolve("specmatic.jar");
        return new Specmatic(folder, jar);
    }

    /// Tests a service behind an address by its document.
    ///
    /// @return what Specmatic says
    String test(Path document, List<Target> targets, String url, String token)
            throws IOException, InterruptedException {
        var name = document.getFileName().toString().replace(".yaml", "");
        var place = Files.createDirectories(folder.resolve(name));
        Files.copy(
                document,
                place.resolve(document.getFileName()),
                java.nio.file.StandardCopyOption.REPLACE_EXISTING);
        var examples = Files.createDirectories(place.resolve(name + "_examples"));
        for (var target : targets) {
            Files.writeString(examples.resolve(target.operation().id() + ".json"), example(target));
        }
        Files.writeString(place.resolve("specmatic.yaml"), configuration(document, token));
        var log = folder.resolve(name + ".log");
        run(
                place,
                log,
                List.of(
                        ProcessHandle.current().info().command().orElseThrow(),
                        "-jar",
                        jar.toAbsolutePath().toString(),
                        "test",
                        "--timeout=" + ANSWER_SECONDS,
                        "--testBaseURL=" + url));
        return Files.readString(log);
    }

    private static String configuration(Path document, String token) {
        return """
        version: 2
        contracts:
          - provides:
              - %s
        test:
          resiliencyTests:
            enable: all
        security:
          OpenAPI:
            securitySchemes:
              token:
                type: bearer
                token: %s
        """
                .formatted(document.getFileName(), token);
    }

    private static String example(Target target) throws IOException {
        var right = target.right();
        var file = JSON.createObjectNode();
        var example = file.putObject("partial");
        var request = example.putObject("http-request");
        request.put("method", right.method()).put("path", right.path());
        var headers = request.putObject("headers");
        right.headers().forEach(headers::put);
        headers.remove("Authorization");
        if (target.body() != null) {
            request.set("body", target.body());
        }
        if (!right.query().isEmpty()) {
            var query = request.putObject("query");
            for (var each : right.query().split("&", -1)) {
                query.put(
                        each.substring(0, each.indexOf('=')),
                        each.substring(each.indexOf('=') + 1));
            }
        }
        var response = example.putObject("http-response");
        var status = success(target.operation());
        response.put("status", Integer.parseInt(status));
        var content = target.operation().description().at("/responses/" + status + "/content");
        for (var media : content) {
            // Anything of the right type: what it leaves out stands for anything.
            var schema = target.schemas().resolve(media.path("schema"));
            if (schema.path("type").asText().equals("array")) {
                response.putArray("body");
            } else {
                response.putObject("body");
            }
        }
        return file.toPrettyString();
    }

    private static String success(Operation operation) {
        var statuses = operation.description().path("responses").fieldNames();
        while (statuses.hasNext()) {
            var status = statuses.next();
            if (status.startsWith("2")) {
                return status;
            }
        }
        throw new IllegalStateException(operation + " documents no success");
    }

    /// Ends when the program ends; its exit code says only whether all was as Specmatic expected.
    private static void run(Path folder, Path log, List<String> command)
            throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command)
                        .directory(folder.toFile())
                        .redirectErrorStream(true)
                        .redirectOutput(log.toFile());
        builder.environment().put("MAX_TEST_REQUEST_COMBINATIONS", COMBINATIONS);
        var process = builder.start();
        if (!process.waitFor(PATIENCE_MINUTES, TimeUnit.MINUTES)) {
            process.destroyForcibly();
            throw new IOException(command.getFirst() + " did not end: see " + log);
        }
    }
}
