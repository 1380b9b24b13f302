package org.kamsuite.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.ConnectException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.kamsuite.local.bench.Bench;
import org.kamsuite.local.bench.Load;
import org.kamsuite.local.data.AdventureWorks;
import org.kamsuite.local.data.Api;
import org.kamsuite.local.images.Images;

/// The commands behind `./kam`.
public final class Kam {

    private static final String HELP =
            """
            ./kam up      start the whole suite; Ctrl-C stops it
                  [--data DIR] [--no-demo] [--port-base N] [--business-date D]
                  [--postgres JDBC_URL --kafka SERVERS] [--traces OTLP_HTTP_URL] [--background]
            ./kam status  say which parts of it are up     [--data DIR]
            ./kam logs    follow its logs                  [--data DIR]
            ./kam down    stop it                          [--data DIR]
            ./kam token   print a bearer token   --role reader|manager|lead|approver|integrator|administrator
                  [--name WHO] [--data DIR]
            ./kam load-adventureworks FOLDER   load real files into a running suite and print the best
                  [--data DIR] [--port-base N]
            ./kam bench   measure a suite of its own on an empty data folder
                  [--data DIR] [--port-base N] [--accounts N] [--seconds N] [--json FILE]
                  [--load soak,overload,broker-away,database-away,slow-consumer,broker-disk-full|all [--minutes N]]
                  strain it instead, and say whether it held
            ./kam images  build the images of the services into target/images, with an AOT cache
                  [--push REGISTRY] [--base IMAGE] [--no-aot] [--measure] [--to DIR] [--port-base N]
            ./kam pods up|down   run the images by podman, as deploy/overlays/local has them
                  [--data DIR] [--no-demo] [--port-base N] [--background]
            ./kam api     write the OpenAPI documents of the services into docs/api
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
        } catch (ConnectException e) {
            System.err.println(
                    "kam: no suite answers there; start it with ./kam up, or say with --port-base where it is");
            System.exit(1);
        } catch (IOException | UncheckedIOException e) {
            System.err.println("kam: " + command + " failed: " + e.getMessage());
            System.exit(1);
        } catch (InterruptedException e) {
            System.exit(130);
        }
    }

    private static int run(Path home, String command, List<String> rest)
            throws IOException, InterruptedException {
        return switch (command) {
            case "up" -> up(home, rest);
            case "status" -> status(Options.of(home, rest));
            case "logs" -> logs(Options.of(home, rest));
            case "down" -> down(Options.of(home, rest));
            case "load-adventureworks" -> loadAdventureWorks(home, rest);
            case "bench" -> bench(home, Options.of(home, rest));
            case "images" -> Images.run(home, rest, System.out);
            case "pods" -> pods(home, rest);
            case "token" -> token(Options.of(home, rest));
            case "help" -> help();
            default -> throw new Trouble("The command " + command + " is unknown; see ./kam help");
        };
    }

    private static int up(Path home, List<String> rest) throws IOException, InterruptedException {
        var options = Options.of(home, rest);
        return options.background()
                ? Background.start(options, List.of("up"), rest)
                : Up.run(home, options);
    }

    private static int pods(Path home, List<String> rest) throws IOException, InterruptedException {
        var word = rest.isEmpty() ? "" : rest.getFirst();
        if (!word.equals("up") && !word.equals("down")) {
            throw new Trouble("Say what to do with the pods: ./kam pods up, or ./kam pods down");
        }
        var arguments = rest.subList(1, rest.size());
        var options = Options.of(home, arguments);
        if (word.equals("down")) {
            return PodsUp.down(home, options);
        }
        return options.background()
                ? Background.start(options, List.of("pods", "up"), arguments)
                : PodsUp.run(home, options);
    }

    /// Ends with 0 where everything is up.
    private static int status(Options options) {
        var status = RunningSuite.required(options.data()).status();
        status.forEach(System.out::println);
        return status.stream().allMatch(RunningSuite.MemberState::up) ? 0 : 1;
    }

    private static int logs(Options options) throws IOException, InterruptedException {
        var command = new ArrayList<>(List.of("tail", "-n", "20", "-F"));
        try (var logs = Files.newDirectoryStream(options.data().resolve("logs"), "*.log")) {
            logs.forEach(log -> command.add(log.toString()));
        } catch (NoSuchFileException e) {
            throw new Trouble("There are no logs in " + options.data(), e);
        }
        return new ProcessBuilder(command).inheritIO().start().waitFor();
    }

    private static int down(Options options) throws InterruptedException {
        RunningSuite.required(options.data()).stop();
        System.out.println("The suite has stopped; its data stay in " + options.data());
        return 0;
    }

    private static int bench(Path home, Options options) throws IOException, InterruptedException {
        if (Files.exists(options.data().resolve("postgres"))) {
            throw new Trouble(
                    "A benchmark needs an empty data folder; choose another one than "
                            + options.data()
                            + " with --data");
        }
        var load =
                options.load() == null
                        ? null
                        : new Load(options.load(), options.minutes(), System.out);
        var suite = new Suite(home, options, new Progress(System.out));
        Runtime.getRuntime().addShutdownHook(new Thread(suite::close, "suite-shutdown"));
        var time = Duration.ofSeconds(options.seconds());
        try {
            suite.start();
            if (load != null) {
                return load.run(
                                suite,
                                options.data(),
                                options.accounts(),
                                time,
                                home,
                                options.json())
                        ? 0
                        : 1;
            }
            new Bench(suite, options.accounts(), time, System.out).run(home, options.json());
        } finally {
            suite.close();
        }
        return 0;
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

    /// Loads the files of a folder into the suite that runs.
    private static int loadAdventureWorks(Path home, List<String> rest)
            throws IOException, InterruptedException {
        if (rest.isEmpty()) {
            throw new Trouble("Say where the files are: ./kam load-adventureworks FOLDER");
        }
        var options = Options.of(home, rest.subList(1, rest.size()));
        try (var issuer = Issuer.of(options.data())) {
            var token = issuer.token("importer", "administrator,integrator,lead");
            var api =
                    new Api(
                            url(options, Member.ACCOUNT),
                            url(options, Member.SCORING),
                            url(options, Member.OPPORTUNITY),
                            token);
            new AdventureWorks(api, Path.of(rest.getFirst()), System.out).run();
        }
        return 0;
    }

    private static String url(Options options, Member member) {
        return "http://localhost:" + options.port(member);
    }

    private static int help() {
        System.out.print(HELP);
        return 0;
    }
}
