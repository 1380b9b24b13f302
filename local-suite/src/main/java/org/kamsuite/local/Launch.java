package org.kamsuite.local;

import java.nio.file.Path;
import java.util.Map;
import org.kamsuite.embedded.JavaCommand;

/// How a service becomes a process.
@FunctionalInterface
public interface Launch {

    /// The process of a service, not yet started.
    ///
    /// @param service the service's name
    /// @param settings properties of its configuration, by their names
    ProcessBuilder of(String service, Map<String, String> settings);

    /// From what the build has left in the folder of the project.
    static Launch built(Path home) {
        return (service, settings) -> {
            var command =
                    JavaCommand.with(
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "--enable-native-access=ALL-UNNAMED",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED");
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-jar");
            command.add(
                    home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar").toString());
            return new ProcessBuilder(command);
        };
    }
}
