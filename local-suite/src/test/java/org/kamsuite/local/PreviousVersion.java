package org.kamsuite.local;

import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.kamsuite.local.images.Program;

/// The version that this one is deployed over, built from the history of the repository.
final class PreviousVersion {

    private static final Path NAMED = TestSuite.HOME.resolve("deploy/previous-version");

    private PreviousVersion() {}

    /// Its services, built in a folder, which is empty.
    static Launch build(Path folder) throws IOException, InterruptedException {
        var version = Files.readString(NAMED).strip();
        assumeTrue(isKnown(version), "The history has no " + version + ": it was cloned in part");
        var archive = folder.resolve("source.tar");
        Program.run(
                TestSuite.HOME, List.of("git", "archive", "--output", archive.toString(), version));
        Program.run(folder, List.of("tar", "--extract", "--file", archive.toString()));
        // As ./kam builds; the version of then may know more tests, formats and rules than are
        // asked.
        Program.run(folder, List.of("mvn", "-B", "-q", "-Dquick", "-DskipTests", "package"));
        return Launch.built(folder);
    }

    private static boolean isKnown(String version) throws IOException, InterruptedException {
        try {
            Program.run(TestSuite.HOME, List.of("git", "cat-file", "-e", version + "^{commit}"));
            return true;
        } catch (Trouble e) {
            return false;
        }
    }
}
