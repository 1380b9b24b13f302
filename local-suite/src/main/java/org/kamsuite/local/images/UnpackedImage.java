package org.kamsuite.local.images;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.kamsuite.local.Trouble;

/// The file system of an image in a folder. Processes take it for the root, so that they find
/// everything where they will find it in a container, with nothing but a kernel's name spaces.
final class UnpackedImage {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final String DELETED = ".wh.";

    /// Its own view of mounts, which ends with it: the caller's is not touched.
    private static final String SCRIPT =
            """
            root=$1; shift
            mount --rbind /proc "$root/proc" && mount --rbind /dev "$root/dev" && exec chroot "$root" "$@"
            """;

    private final Path root;

    private UnpackedImage(Path root) {
        this.root = root;
    }

    /// Unpacks a tarball, layer on layer.
    static UnpackedImage of(Path tarball, Path folder) throws IOException, InterruptedException {
        requireNameSpaces();
        Folders.empty(folder);
        var archive = Files.createDirectories(folder.resolve("archive"));
        var root = Files.createDirectories(folder.resolve("root"));
        Program.run(archive, List.of("tar", "-xf", tarball.toString()));
        var manifest = JSON.readTree(archive.resolve("manifest.json").toFile());
        for (var layer : manifest.required(0).required("Layers")) {
            Program.run(
                    root,
                    List.of(
                            "tar",
                            "--no-same-owner",
                            "-xzf",
                            archive.resolve(layer.asText()).toString()));
            removeDeleted(root);
        }
        Folders.empty(archive);
        for (var mounted : List.of("proc", "dev", "kam/aot", "tmp", "etc")) {
            Files.createDirectories(root.resolve(mounted));
        }
        // A container gets one too.
        Files.writeString(root.resolve("etc/hosts"), "127.0.0.1 localhost\n::1 localhost\n");
        return new UnpackedImage(root);
    }

    private static void removeDeleted(Path root) throws IOException {
        for (var marker : Layout.files(root)) {
            var name = marker.getFileName().toString();
            if (name.startsWith(DELETED)) {
                var deleted = marker.resolveSibling(name.substring(DELETED.length()));
                if (Files.exists(deleted)) {
                    Folders.empty(deleted);
                    Files.delete(deleted);
                }
                Files.delete(marker);
            }
        }
    }

    private static void requireNameSpaces() throws IOException, InterruptedException {
        try {
            var command = unshared();
            command.add("true");
            Program.run(Path.of("/"), command);
        } catch (IOException | Trouble e) {
            throw new Trouble(
                    "An AOT cache is trained in the image's own file system, which this machine does not let this user enter (unshare); leave it out with --no-aot",
                    e);
        }
    }

    private static List<String> unshared() throws IOException {
        var command = new ArrayList<>(List.of("unshare", "--mount"));
        if (!Files.getAttribute(Path.of("/proc/self"), "unix:uid").equals(0)) {
            command.addAll(List.of("--user", "--map-root-user"));
        }
        return command;
    }

    Path root() {
        return root;
    }

    /// The service of the image with more options for the virtual machine, not yet started.
    ///
    /// @param settings properties of its configuration, by their names
    ProcessBuilder service(List<String> options, Map<String, String> settings) throws IOException {
        var command = new ArrayList<>(options);
        command.add("@" + Layout.ARGUMENTS);
        return java(command, settings);
    }

    /// The image's virtual machine, not yet started.
    ProcessBuilder java(List<String> arguments, Map<String, String> settings) throws IOException {
        var command = unshared();
        command.addAll(
                List.of("sh", "-c", SCRIPT, "sh", root.toString(), Layout.JAVA + "/bin/java"));
        command.addAll(arguments);
        var process = new ProcessBuilder(command);
        var environment = process.environment();
        var path = environment.getOrDefault("PATH", "/usr/bin:/bin");
        environment.clear();
        environment.put("PATH", path + ":/usr/sbin:/sbin");
        environment.put("LANG", "C.UTF-8");
        settings.forEach((name, value) -> environment.put(variable(name), value));
        return process;
    }

    /// The environment variable that stands for a property.
    static String variable(String property) {
        return property.replaceAll("[^A-Za-z0-9]", "_").toUpperCase(Locale.ROOT);
    }
}
