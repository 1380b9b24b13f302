package org.kamsuite.local;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

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
            var command = new ArrayList<String>();
            command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
            command.addAll(
                    List.of(
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "-XX:TieredStopAtLevel=4",
                            "--enable-native-access=ALL-UNNAMED",
                            "--add-opens=java.base/java.lang=ALL-UNNAMED"));
            settings.forEach((name, value) -> command.add("-D" + name + "=" + value));
            command.add("-jar");
            command.add(
                    home.resolve(service).resolve("target/quarkus-app/quarkus-run.jar").toString());
            return new ProcessBuilder(command);
        };
    }
}
