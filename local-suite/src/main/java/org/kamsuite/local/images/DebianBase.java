package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import org.kamsuite.local.Trouble;

/// The little of an operating system that a virtual machine needs: the C library of Debian, and who
/// is who. No shell, no package manager.
final class DebianBase {

    private static final List<String> PACKAGES = List.of("base-files", "libc6", "libgcc-s1");

    private static final Map<String, String> FILES =
            Map.of(
                    "etc/passwd",
                    """
                    root:x:0:0:root:/root:/sbin/nologin
                    kam:x:10001:10001:kam:/kam:/sbin/nologin
                    """,
                    "etc/group",
                    """
                    root:x:0:
                    kam:x:10001:
                    """,
                    "etc/nsswitch.conf",
                    """
                    passwd: files
                    group: files
                    hosts: files dns
                    """);

    private final Path folder;

    private DebianBase(Path folder) {
        this.folder = folder;
    }

    /// Fetches the packages, by the sources of this machine, and unpacks them.
    static DebianBase fetch(Path folder) throws IOException, InterruptedException {
        if (!Program.isThere("apt-get") || !Program.isThere("dpkg-deb")) {
            throw new Trouble(
                    "This machine has no Debian packages to make a base of; name an image to build on, such as --base debian:13-slim");
        }
        Folders.empty(folder);
        var packages = Files.createDirectories(folder.resolve("packages"));
        var command = new ArrayList<>(List.of("apt-get", "download", "--quiet=2"));
        command.addAll(PACKAGES);
        Program.run(packages, command);
        var base = new DebianBase(folder);
        for (var archive : base.archives()) {
            base.unpack(archive);
        }
        return base;
    }

    private List<Path> archives() throws IOException {
        return Layout.files(folder.resolve("packages"));
    }

    private void unpack(Path archive) throws IOException, InterruptedException {
        Program.run(
                folder,
                List.of(
                        "dpkg-deb",
                        "--extract",
                        archive.toString(),
                        folder.resolve("unpacked").toString()));
        // Where scanners look for packages in an image without dpkg.
        var status = folder.resolve("root/var/lib/dpkg/status.d").resolve(name(archive));
        Files.createDirectories(status.getParent());
        Files.writeString(
                status, Program.run(folder, List.of("dpkg-deb", "--field", archive.toString())));
    }

    /// Libraries, the name of the system and the licences; the rest is for people at a terminal.
    FileEntriesLayer layer() throws IOException {
        var layer = FileEntriesLayer.builder().setName("base");
        var unpacked = folder.resolve("unpacked");
        for (var file : Layout.files(unpacked)) {
            var path = unpacked.relativize(file).toString();
            if (isNeeded(path)) {
                Layout.add(layer, file, "/" + path);
            }
        }
        var root = folder.resolve("root");
        for (var file : FILES.entrySet()) {
            Files.createDirectories(root.resolve(file.getKey()).getParent());
            Files.writeString(root.resolve(file.getKey()), file.getValue());
        }
        Layout.addAll(layer, root, "");
        var temporary = Files.createDirectories(folder.resolve("tmp"));
        layer.addEntry(
                temporary,
                AbsoluteUnixPath.get("/tmp"),
                FilePermissions.fromOctalString("777"),
                Layout.AGE);
        return layer.build();
    }

    static boolean isNeeded(String path) {
        return path.matches("(usr/)?lib(64|/[^/]+)/[^/]+\\.so(\\.[0-9]+)*")
                || path.matches("(etc|usr/lib)/os-release|etc/debian_version")
                || path.matches("usr/share/doc/[^/]+/copyright");
    }

    /// What lies in the layer, for the bill of materials.
    List<Component> components() throws IOException, InterruptedException {
        var components = new ArrayList<Component>();
        for (var archive : archives()) {
            var fields =
                    Program.run(
                                    folder,
                                    List.of(
                                            "dpkg-deb",
                                            "--showformat=${Package} ${Version} ${Architecture}",
                                            "--show",
                                            archive.toString()))
                            .strip()
                            .split(" ", -1);
            components.add(Component.debian(fields[0], fields[1], fields[2], archive));
        }
        components.sort(Comparator.comparing(Component::purl));
        return components;
    }

    private static String name(Path archive) {
        return archive.getFileName().toString().replaceFirst("_.*", "");
    }
}
