package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// The script `./kam` on a machine where something is missing.
class KamScriptTest {

    @TempDir private Path machine;

    @BeforeEach
    void installWhatEveryMachineHas() throws IOException {
        Files.createDirectories(machine.resolve("bin"));
        for (var tool : List.of("dirname", "find", "grep", "mkdir", "readlink", "tail", "touch")) {
            Files.createSymbolicLink(machine.resolve("bin/" + tool), Path.of("/usr/bin", tool));
        }
    }

    @Test
    void saysThatThereIsNoJdkOfTheVersion() throws IOException, InterruptedException {
        installJdk("21.0.1");
        var script =
                Files.writeString(
                        machine.resolve("kam"),
                        Files.readString(TestSuite.HOME.resolve("kam"))
                                .replaceAll("(?<=\\s)/(?=usr/lib|opt|Library)", "/missing/"));

        assertThat(refusal(script, "up"))
                .isEqualTo(
                        "kam: no JDK 25 was found in JAVA_HOME, PATH or the usual folders;"
                                + " install one (for example Temurin 25) and set JAVA_HOME\n");
    }

    @Test
    void saysThatThereIsNoMaven() throws IOException, InterruptedException {
        installJdk("25.0.1");

        assertThat(refusal(TestSuite.HOME.resolve("kam"), "test"))
                .isEqualTo("kam: Maven is needed on the PATH (3.8.7 or later)\n");
    }

    @Test
    void saysThatThereIsNoNpm() throws IOException, InterruptedException {
        installJdk("25.0.1");
        install("bin/mvn", "exit 3");

        assertThat(refusal(TestSuite.HOME.resolve("kam"), "test"))
                .isEqualTo("kam: the tests need npm on the PATH (Node 20 or later)\n");
    }

    @Test
    void replacesNothingOfASuiteThatItSpeaksWith() throws IOException, InterruptedException {
        installJdk("25.0.1");
        install("bin/mvn", "exit 3");
        var script = Files.copy(TestSuite.HOME.resolve("kam"), machine.resolve("kam"));

        assertThat(refusal(script, "token")).contains("kam: the build failed");
        install("local-suite/target/classes/org/kamsuite/local/Kam.class", "");
        Files.createDirectories(machine.resolve("local-suite/target/lib"));
        assertThat(refusal(script, "token")).endsWith("org.kamsuite.local.Kam token\n");
    }

    private void installJdk(String version) throws IOException {
        install("jdk/bin/javac", "exit 3");
        install(
                "jdk/bin/java",
                """
                test "$1" = -version || { echo "$@"; exit 1; }
                echo 'openjdk version "%s"' >&2
                """
                        .formatted(version));
    }

    private void install(String program, String script) throws IOException {
        var file = machine.resolve(program);
        Files.createDirectories(file.getParent());
        Files.writeString(file, "#!/bin/sh\n" + script + "\n");
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rwxr-xr-x"));
    }

    /// All that the script says before it ends with 1.
    private String refusal(Path script, String command) throws IOException, InterruptedException {
        var bash = new ProcessBuilder("bash", script.toString(), command).redirectErrorStream(true);
        bash.environment().clear();
        bash.environment().put("PATH", machine.resolve("bin").toString());
        bash.environment().put("HOME", machine.toString());
        bash.environment().put("JAVA_HOME", machine.resolve("jdk").toString());
        var process = bash.start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertThat(process.waitFor()).isEqualTo(1);
        return said;
    }
}
