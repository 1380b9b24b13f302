package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kamsuite.local.Trouble;

/// A Java runtime of the modules that the services need, linked from the JDK that runs this.
final class JavaRuntime {

    /// What the services run on: found by `jdeps`, and by what is loaded by name (files in
    /// archives, elliptic curves, flight recordings, other languages than English).
    private static final List<String> MODULES =
            List.of(
                    "java.base",
                    "java.compiler",
                    "java.desktop",
                    "java.instrument",
                    "java.logging",
                    "java.management",
                    "java.naming",
                    "java.net.http",
                    "java.rmi",
                    "java.security.jgss",
                    "java.security.sasl",
                    "java.sql",
                    "java.transaction.xa",
                    "java.xml",
                    "jdk.crypto.ec",
                    "jdk.jfr",
                    "jdk.localedata",
                    "jdk.management",
                    "jdk.net",
                    "jdk.unsupported",
                    "jdk.zipfs");

    /// For windows, sound, and heaps of more than 32 GB.
    private static final List<String> UNUSED =
            List.of(
                    "libawt_xawt.so",
                    "libjawt.so",
                    "libjsound.so",
                    "libsplashscreen.so",
                    "server/classes_nocoops.jsa");

    private final Path folder;

    private JavaRuntime(Path folder) {
        this.folder = folder;
    }

    static JavaRuntime link(Path folder) throws IOException, InterruptedException {
        if (!System.getProperty("os.name").equals("Linux")) {
            throw new Trouble(
                    "Images are built on Linux only: they get the Java runtime of this machine");
        }
        var jlink = Path.of(System.getProperty("java.home"), "bin", "jlink");
        if (!Files.isExecutable(jlink)) {
            throw new Trouble(
                    "There is no jlink in " + jlink.getParent() + "; a whole JDK is needed");
        }
        Folders.empty(folder);
        Files.delete(folder);
        Program.run(
                Path.of("/"),
                List.of(
                        jlink.toString(),
                        "--add-modules",
                        String.join(",", MODULES),
                        "--strip-debug",
                        "--no-header-files",
                        "--no-man-pages",
                        "--generate-cds-archive",
                        "--output",
                        folder.toString()));
        for (var file : UNUSED) {
            Files.deleteIfExists(folder.resolve("lib").resolve(file));
        }
        return new JavaRuntime(folder);
    }

    FileEntriesLayer layer() throws IOException {
        var layer = FileEntriesLayer.builder().setName("java");
        Layout.addAll(layer, folder, Layout.JAVA);
        return layer.build();
    }

    /// For the bill of materials.
    Component component() throws IOException {
        return Component.java(
                System.getProperty("java.vendor"),
                Runtime.version().toString(),
                folder.resolve("lib/modules"));
    }
}
