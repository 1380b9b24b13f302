package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kamsuite.local.images.Program;

/// The Deployments of `deploy/overlays/local`, run by podman on the network of this machine.
final class Pods implements AutoCloseable {

    private static final String OVERLAY = "deploy/overlays/local";

    /// The port base that the overlay is written for.
    private static final int USUAL_BASE = 8080;

    private final Path home;
    private final Path folder;
    private final int portBase;

    private Pods(Path home, Path folder, int portBase) {
        this.home = home;
        this.folder = folder;
        this.portBase = portBase;
    }

    /// The pods of a data folder; nothing runs yet.
    ///
    /// @throws Trouble where a program or an image is missing
    static Pods of(Path home, Path data, int portBase) throws IOException {
        if (!Program.isThere("podman")) {
            throw new Trouble(
                    "podman is needed on the PATH; without it, ./kam up runs the same services as processes");
        }
        if (!Program.isThere("kubectl")) {
            throw new Trouble("kubectl is needed on the PATH: it renders " + OVERLAY);
        }
        for (var service : services()) {
            if (!Files.exists(tarball(home, service))) {
                throw new Trouble(
                        "There is no image "
                                + tarball(home, service)
                                + "; build the images with ./kam images");
            }
        }
        return new Pods(home, Files.createDirectories(data.resolve("pods")), portBase);
    }

    private static List<Member> services() {
        return Arrays.stream(Member.values()).filter(Member::isService).toList();
    }

    private static Path tarball(Path home, Member service) {
        return home.resolve("target/images").resolve(service.title() + ".tar");
    }

    /// Has podman load the images.
    void load() throws IOException, InterruptedException {
        for (var service : services()) {
            Program.run(
                    home,
                    List.of(
                            "podman",
                            "load",
                            "--quiet",
                            "--input",
                            tarball(home, service).toString()));
        }
    }

    /// Renders the overlay and has podman play it; the servers run.
    void play() throws IOException, InterruptedException {
        var rendered =
                Program.run(home, List.of("kubectl", "kustomize", kustomization().toString()));
        Files.writeString(manifest(), rendered);
        Program.run(
                folder,
                List.of("podman", "kube", "play", "--network", "host", manifest().toString()));
    }

    private Path manifest() {
        return folder.resolve("pods.yaml");
    }

    /// The overlay, or one on top of it where the suite has other ports.
    private Path kustomization() throws IOException {
        var overlay = home.resolve(OVERLAY);
        if (portBase == USUAL_BASE) {
            return overlay;
        }
        var text =
                new StringBuilder(
                        "resources: [\""
                                + folder.toRealPath().relativize(overlay.toRealPath())
                                + "\"]\n");
        text.append("patches:\n");
        text.append(
                patch(
                        "kam-suite",
                        List.of(
                                "KAFKA_BOOTSTRAP_SERVERS: localhost:" + Member.KAFKA.port(portBase),
                                "QUARKUS_OIDC_AUTH_SERVER_URL: http://localhost:"
                                        + Member.ISSUER.port(portBase))));
        for (var service : services()) {
            text.append(
                    patch(
                            service.title(),
                            List.of(
                                    "QUARKUS_HTTP_PORT: \"" + service.port(portBase) + "\"",
                                    "QUARKUS_DATASOURCE_JDBC_URL: jdbc:postgresql://localhost:"
                                            + Member.POSTGRES.port(portBase)
                                            + "/"
                                            + service.database())));
        }
        Files.writeString(folder.resolve("kustomization.yaml"), text);
        return folder;
    }

    private static String patch(String configMap, List<String> settings) {
        return """
          - patch: |
              apiVersion: v1
              kind: ConfigMap
              metadata: { name: %s, namespace: kam-suite }
              data:
                %s
        """
                .formatted(configMap, String.join("\n        ", settings));
    }

    /// Versions of podman name pods differently.
    private static boolean isOf(String service, String container) {
        return container.matches(service + "-pod(-0)?-service");
    }

    private List<String> names(String... listing) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("podman"));
        command.addAll(List.of(listing));
        command.addAll(List.of("--format", "{{.Names}}"));
        return Program.run(folder, command).lines().toList();
    }

    /// What podman calls the container of a service.
    String container(String service) throws IOException, InterruptedException {
        return names("ps", "--all").stream()
                .filter(name -> isOf(service, name))
                .findFirst()
                .orElseThrow(() -> new Trouble("podman has no container of " + service));
    }

    /// Removes whatever of them is there; what they have said stays in the data folder.
    @Override
    public synchronized void close() {
        endPodman();
        try {
            keepLogs();
            var pods =
                    Program.run(folder, List.of("podman", "pod", "ps", "--format", "{{.Name}}"))
                            .lines()
                            .filter(Pods::isOurs)
                            .toList();
            if (!pods.isEmpty()) {
                podman("stop", "--time", "30", pods);
                podman("rm", "--force", "--ignore", pods);
            }
        } catch (IOException | Trouble e) {
            System.err.println("kam: the pods could not be removed: " + e.getMessage());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
        }
    }

    /// What still plays would make more of them.
    private static void endPodman() {
        ProcessHandle.current()
                .children()
                .filter(child -> child.info().command().orElse("").endsWith("podman"))
                .forEach(child -> {
                    child.destroy();
                    child.onExit().join();
                });
    }

    private static boolean isOurs(String pod) {
        return services().stream().anyMatch(each -> pod.matches(each.title() + "-pod(-0)?"));
    }

    private void podman(String verb, String option, String value, List<String> pods)
            throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("podman", "pod", verb, option, value));
        command.addAll(pods);
        Program.run(folder, command);
    }

    /// Where the output of a service is kept once it has ended.
    Path log(String service) {
        return folder.resolve(service + ".log");
    }

    private void keepLogs() throws IOException, InterruptedException {
        var there = names("ps", "--all");
        for (var service : services()) {
            for (var container : there) {
                if (isOf(service.title(), container)) {
                    Files.writeString(
                            log(service.title()),
                            Program.run(folder, List.of("podman", "logs", container)));
                }
            }
        }
    }
}
