package org.kamsuite.local;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;

/// The commands behind `./kam`.
public final class Kam {

    private static final String HELP =
            """
            ./kam up      start the whole suite; Ctrl-C stops it
                  [--data DIR] [--no-demo] [--port-base N] [--business-date D]
                  [--postgres JDBC_URL --kafka SERVERS]
            ./kam token   print a bearer token   --role reader|manager|lead|approver|integrator|administrator
                  [--name WHO] [--data DIR]
            ./kam test    run the tests          [--all]
            """;

    private Kam() {}

    /// Runs one command; the system property `kam.home` is the top folder of the project.
    public static void main(String[] arguments) {
        var home = Path.of(System.getProperty("kam.home", ".")).toAbsolutePath().normalize();
        var command = arguments.length == 0 ? "help" : arguments[0];
        var rest =
                Arrays.asList(arguments).subList(Math.min(1, arguments.length), arguments.length);
        try {
            System.exit(run(home, command, rest));
        } catch (Trouble e) {
            System.err.println("kam: " + e.getMessage());
            System.exit(1);
        } catch (IOException e) {
            System.err.println("kam: " + command + " failed: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private static int run(Path home, String command, List<String> rest)
            throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> Up.run(home, Options.of(home, rest));
            case "token" -> token(Options.of(home, rest));
            case "help" -> help();
            default -> throw new Trouble("The command " + command + " is unknown; see ./kam help");
        };
    }

    private static int token(Options options) throws IOException {
        if (!Files.exists(options.data().resolve("issuer.key"))) {
            throw new Trouble("There is no issuer in " + options.data() + "; run ./kam up first");
        }
        try (var issuer = Issuer.of(options.data())) {
            System.out.println(issuer.token(options.caller(), options.role()));
        }
        return 0;
    }

    private static int help() {
        System.out.print(HELP);
        return 0;
    }
}
