package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.kamsuite.local.Trouble;

/// What the build has made of a service, laid out for one class path.
///
/// Quarkus' own runner loads classes by a loader of its own, which an AOT cache knows nothing of:
/// the same jars on the class path, in the runner's order, are loaded by the virtual machine's.
final class Application {

    private static final List<String> OPTIONS =
            List.of(
                    "--enable-native-access=ALL-UNNAMED",
                    "--add-opens=java.base/java.lang=ALL-UNNAMED",
                    "-Djava.util.logging.manager=org.jboss.logmanager.LogManager");

    private static final String MAIN = "io.quarkus.runner.GeneratedMain";

    private final String name;
    private final Path built;

    private Application(String name, Path built) {
        this.name = name;
        this.built = built;
    }

    static Application of(Path home, String name) {
        var built = home.resolve(name).resolve("target/quarkus-app");
        if (!Files.exists(built.resolve("quarkus-run.jar"))) {
            throw new Trouble("The " + name + " is not built: there is no " + built);
        }
        return new Application(name, built);
    }

    String name() {
        return name;
    }

    /// As the build named the jar.
    String version() throws IOException {
        var jar = Layout.files(built.resolve("app")).getFirst().getFileName().toString();
        return jar.substring(name.length() + 1, jar.length() - ".jar".length());
    }

    /// Jars of others, which seldom change.
    FileEntriesLayer libraries() throws IOException {
        var layer = FileEntriesLayer.builder().setName("libraries");
        for (var jar : libraryJars()) {
            if (!isOurs(jar)) {
                Layout.add(layer, jar, target(jar));
            }
        }
        return layer.build();
    }

    /// Our own jars, the arguments and the bill of materials.
    FileEntriesLayer application(Path arguments, Path bill) throws IOException {
        var layer = FileEntriesLayer.builder().setName("application");
        for (var jar : applicationJars()) {
            Layout.add(layer, jar, target(jar));
        }
        for (var jar : libraryJars()) {
            if (isOurs(jar)) {
                Layout.add(layer, jar, target(jar));
            }
        }
        Layout.add(layer, arguments, Layout.ARGUMENTS);
        Layout.add(layer, bill, Layout.BILL);
        return layer.build();
    }

    /// What the virtual machine is told, one a line: options, class path, main class.
    List<String> arguments() throws IOException {
        var arguments = new ArrayList<>(OPTIONS);
        arguments.add("-cp");
        arguments.add(String.join(":", classPath()));
        arguments.add(MAIN);
        return arguments;
    }

    private List<String> classPath() throws IOException {
        var path = new ArrayList<String>();
        for (var jar : applicationJars()) {
            path.add(target(jar));
        }
        for (var jar : libraryJars()) {
            path.add(target(jar));
        }
        return path;
    }

    /// Transformed classes come before those they replace, as in the runner.
    private List<Path> applicationJars() throws IOException {
        var jars = new ArrayList<Path>();
        for (var jar : List.of("transformed-bytecode.jar", "generated-bytecode.jar")) {
            jars.add(built.resolve("quarkus").resolve(jar));
        }
        jars.addAll(Layout.files(built.resolve("app")));
        return jars.stream().filter(Files::exists).toList();
    }

    private List<Path> libraryJars() throws IOException {
        return Layout.files(built.resolve("lib")).stream()
                .filter(file -> file.toString().endsWith(".jar"))
                .toList();
    }

    private static boolean isOurs(Path jar) {
        return jar.getFileName().toString().startsWith("org.kamsuite.");
    }

    /// Where a jar lies in the image.
    private String target(Path jar) {
        var other = jar.startsWith(built.resolve("lib")) && !isOurs(jar);
        return (other ? Layout.LIBRARIES : Layout.APPLICATION) + "/" + jar.getFileName();
    }

    /// Each jar of others in the image, for the bill of materials.
    List<Component> components() throws IOException {
        var listed = Files.readAllLines(built.resolve("quarkus-app-dependencies.txt"));
        var components = new ArrayList<Component>();
        for (var jar : libraryJars()) {
            if (!isOurs(jar)) {
                components.add(Component.maven(line(listed, jar), jar));
            }
        }
        return components;
    }

    private static String line(List<String> listed, Path jar) {
        return listed.stream()
                .filter(line -> jar.endsWith(fileName(line)))
                .findFirst()
                .orElseThrow(() -> new Trouble("The build does not say what " + jar + " is"));
    }

    private static String fileName(String line) {
        var parts = line.split(":", -1);
        var classifier = parts[2].isEmpty() ? "" : "-" + parts[2];
        return parts[0] + "." + parts[1] + "-" + parts[4] + classifier + "." + parts[3];
    }
}
