package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.local.data.AdventureWorks;

/// The AdventureWorks resellers end to end, where `-Dkam.adventureworks` names the folder of their
/// files.
@Tag("long")
class AdventureWorksIT {

    private static final Path FILES = Path.of(System.getProperty("kam.adventureworks", "missing"));

    @Test
    void saysWhatTheFilesSayAndFollowsAChange(@TempDir Path data)
            throws IOException, InterruptedException {
        assumeTrue(Files.isDirectory(FILES), "kam.adventureworks names no folder");
        var options = TestSuite.options(data, "--business-date", "2013-12-01");
        var progress = new Progress(System.out);
        var printed = new ByteArrayOutputStream();

        try (var suite = new Suite(TestSuite.HOME, options, progress)) {
            suite.start();
            var api = suite.api("importer", "administrator,integrator,lead");
            new AdventureWorks(api, FILES, new PrintStream(printed, true, StandardCharsets.UTF_8))
                    .run();
        }

        var said = printed.toString(StandardCharsets.UTF_8);
        System.out.println(said);
        assertThat(said)
                .contains("resellers      633 with sales in the files, all of them among the")
                .contains("The best accounts", "The best opportunities")
                .containsPattern("a new centre .* ms .* ms")
                .containsPattern("a lost contract .* ms .* ms");
    }
}
