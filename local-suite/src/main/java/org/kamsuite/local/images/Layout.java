package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.buildplan.AbsoluteUnixPath;
import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import com.google.cloud.tools.jib.api.buildplan.FilePermissions;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;

/// Where things lie in an image, and of which age all of them are.
final class Layout {

    static final String JAVA = "/kam/java";
    static final String LIBRARIES = "/kam/lib";
    static final String APPLICATION = "/kam/app";
    static final String ARGUMENTS = "/kam/service.args";
    static final String CACHE = "/kam/aot/service.aot";
    static final String BILL = "/kam/sbom.cdx.json";

    /// Every file's, so that the same content makes the same layer.
    static final Instant AGE = Instant.parse("2026-01-01T00:00:00Z");

    private static final FilePermissions READ = FilePermissions.fromOctalString("644");
    private static final FilePermissions RUN = FilePermissions.fromOctalString("755");

    private Layout() {}

    /// Adds a file, which everybody may read and nobody but root may write.
    static void add(FileEntriesLayer.Builder layer, Path file, String target) {
        layer.addEntry(
                file, AbsoluteUnixPath.get(target), Files.isExecutable(file) ? RUN : READ, AGE);
    }

    /// Adds all files of a folder, in the order of their names.
    static void addAll(FileEntriesLayer.Builder layer, Path folder, String target)
            throws IOException {
        for (var file : files(folder)) {
            add(layer, file, target + "/" + folder.relativize(file));
        }
    }

    /// All files of a folder and the folders in it, in the order of their names; a link to a file
    /// counts as that file.
    static List<Path> files(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile).sorted().toList();
        }
    }
}
