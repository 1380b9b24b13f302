package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Properties;
import java.util.TreeMap;
import java.util.regex.Pattern;

/// The settings of the services as their code declares them, written as a page.
final class ConfigurationReference {

    private static final Pattern PREFIX =
            Pattern.compile("@ConfigMapping\\(prefix = \"([^\"]+)\"\\)");
    private static final Pattern SETTING =
            Pattern.compile(
                    "((?:    ///[^\\n]*\\n)*)((?:    @[^\\n]*\\n)*)    ([\\w.<>, ]+) (\\w+)\\(\\);");
    private static final Pattern DEFAULT = Pattern.compile("@WithDefault\\(\"([^\"]*)\"\\)");
    private static final List<String> MODULES =
            List.of("service-kit", "account-service", "scoring-service", "opportunity-service");

    private ConfigurationReference() {}

    static String write(Path home) throws IOException {
        var page = new StringBuilder(HEAD);
        for (var module : MODULES) {
            var lines = new ArrayList<String>();
            for (var file : configs(home.resolve(module))) {
                lines.addAll(lines(Files.readString(file), defaults(home.resolve(module))));
            }
            page.append("\n## ")
                    .append(module.equals("service-kit") ? "All services" : module)
                    .append("\n\n| setting | default | meaning |\n|---|---|---|\n");
            lines.stream().sorted().forEach(line -> page.append(line).append('\n'));
        }
        return page.toString();
    }

    private static List<Path> configs(Path module) throws IOException {
        try (var files = Files.walk(module.resolve("src/main/java"))) {
            return files.filter(file -> file.toString().endsWith("Config.java")).sorted().toList();
        }
    }

    /// What the module's own files set, by name.
    private static Properties defaults(Path module) throws IOException {
        var defaults = new Properties();
        for (var name :
                List.of("application.properties", "META-INF/microprofile-config.properties")) {
            var file = module.resolve("src/main/resources").resolve(name);
            if (Files.exists(file)) {
                try (var reader = Files.newBufferedReader(file)) {
                    defaults.load(reader);
                }
            }
        }
        return defaults;
    }

    private static List<String> lines(String source, Properties defaults) {
        var prefix = PREFIX.matcher(source);
        if (!prefix.find()) {
            throw new IllegalStateException("This is no @ConfigMapping: " + source);
        }
        var lines = new ArrayList<String>();
        var settings = SETTING.matcher(source);
        while (settings.find()) {
            var name = prefix.group(1) + "." + kebab(settings.group(4));
            var meaning =
                    settings.group(1).replaceAll("(?m)^ *///", "").replaceAll("\\s+", " ").trim();
            if (meaning.isEmpty()) {
                throw new IllegalStateException("Nothing says what " + name + " means");
            }
            if (settings.group(3).startsWith("Map<")) {
                new TreeMap<>(defaults)
                        .forEach((key, value) -> {
                            if (key.toString().startsWith(name + ".")) {
                                lines.add(line(key.toString(), value.toString(), meaning));
                            }
                        });
            } else {
                lines.add(line(name, standard(name, settings.group(2), defaults), meaning));
            }
        }
        return lines;
    }

    private static String standard(String name, String annotations, Properties defaults) {
        var stated = DEFAULT.matcher(annotations);
        return stated.find() ? stated.group(1) : defaults.getProperty(name, "");
    }

    private static String line(String name, String standard, String meaning) {
        return "| `%s` | %s | %s |"
                .formatted(name, standard.isEmpty() ? "" : "`" + standard + "`", meaning);
    }

    private static String kebab(String name) {
        return name.replaceAll("([A-Z])", "-$1").toLowerCase(Locale.ROOT);
    }

    private static final String HEAD =
            """
            # Settings

            Made from the code; a test fails when this page differs. Each can be given as an environment variable
            (`kam.rate-limit.burst` is `KAM_RATE_LIMIT_BURST`), beside those of Quarkus, whose values of ours are in
            `service-kit/src/main/resources/META-INF/microprofile-config.properties`. Where databases, brokers and the issuer are
            is said in [deployment.md](deployment.md) and [security.md](security.md).
            """;
}
