package org.kamsuite.local.images;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.local.Suite;

/// The images as they are built, without their AOT caches.
@Tag("long")
class ImagesIT {

    private static final Path HOME =
            Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();

    @TempDir Path folder;

    @Test
    void areTheSameBitForBitEveryTime() throws IOException, InterruptedException {
        assumeTrue(Program.isThere("apt-get"), "no Debian packages to make the base of");
        var first = folder.resolve("first");
        var second = folder.resolve("second");

        build(first);
        build(second);

        for (var service : Suite.SERVICES) {
            assertThat(second.resolve(service + ".tar"))
                    .hasSameBinaryContentAs(first.resolve(service + ".tar"));
            assertThat(second.resolve(service + ".cdx.json"))
                    .hasSameBinaryContentAs(first.resolve(service + ".cdx.json"));
        }
        assertThat(config(first.resolve("account-service.tar")))
                .contains("\"User\":\"10001:10001\"", "\"8081/tcp\"", "@/kam/service.args");
    }

    private static void build(Path folder) throws IOException, InterruptedException {
        var silent = new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8);
        Images.run(HOME, List.of("--no-aot", "--to", folder.toString()), silent);
    }

    private static String config(Path tarball) throws IOException, InterruptedException {
        var text =
                Program.run(
                        Path.of("/"), List.of("tar", "-xOf", tarball.toString(), "config.json"));
        return new ObjectMapper().readTree(text).toString();
    }
}
