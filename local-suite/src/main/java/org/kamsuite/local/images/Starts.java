package org.kamsuite.local.images;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.function.ToDoubleFunction;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.bench.ProcessorTime;
import org.kamsuite.local.bench.ResidentMemory;

/// Measures how each service starts from its image, with the AOT cache and without, in turn: from
/// the start of the process until it is ready, its first answer, and what it then holds in memory.
final class Starts {

    private static final int ROUNDS = 3;

    private static final Map<String, String> FIRST =
            Map.of(
                    "account-service", "/api/v1/accounts?limit=20",
                    "scoring-service", "/api/v1/scores?limit=20",
                    "opportunity-service", "/api/v1/recommendations?limit=20");

    private final List<ServiceImage> images;
    private final Path work;
    private final int portBase;
    private final PrintStream out;
    private final Map<String, UnpackedImage> unpacked = new HashMap<>();
    private boolean withCache = true;

    Starts(List<ServiceImage> images, Path work, int portBase, PrintStream out) {
        this.images = images;
        this.work = work;
        this.portBase = portBase;
        this.out = out;
    }

    /// One start.
    ///
    /// @param ready seconds from the start of the process to the first answer that it is ready
    /// @param processor seconds of processors until then
    /// @param first milliseconds of the first request
    /// @param memory resident after it, in MB
    private record Start(double ready, double processor, double first, double memory) {}

    /// On the data of the training.
    void measure() throws IOException, InterruptedException {
        for (var image : images) {
            var folder = work.resolve(image.name()).resolve("measured");
            var measured = UnpackedImage.of(image.tarball(), folder);
            withoutCache(measured);
            unpacked.put(image.name(), measured);
        }
        var suite = Suite.of(this::launch, work.resolve("data"), portBase, out);
        var stop = new Thread(suite::close, "suite-shutdown");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            suite.start();
            out.printf(
                    "%nStart from the image, medians of %d starts, one service at a time%n",
                    ROUNDS);
            for (var image : images) {
                compare(suite, image.name());
            }
        } finally {
            suite.close();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
    }

    /// The arguments of the same image built with `--no-aot`.
    private static void withoutCache(UnpackedImage image) throws IOException {
        var arguments = image.root().resolve(Layout.ARGUMENTS.substring(1));
        Files.write(
                other(arguments),
                Files.readAllLines(arguments).stream()
                        .filter(line -> !line.startsWith("-XX:AOTCache"))
                        .toList());
    }

    private static Path other(Path arguments) {
        return arguments.resolveSibling("without-cache.args");
    }

    private ProcessBuilder launch(String service, Map<String, String> settings) {
        var image = unpacked.get(service);
        if (image == null) {
            throw new IllegalStateException("There is no image of " + service);
        }
        var arguments = Path.of(Layout.ARGUMENTS);
        try {
            return image.java(
                    List.of(
                            "-Xmx512m",
                            "-XX:+UseSerialGC",
                            "@" + (withCache ? arguments : other(arguments))),
                    settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private void compare(Suite suite, String service) throws IOException, InterruptedException {
        var with = new ArrayList<Start>();
        var without = new ArrayList<Start>();
        for (var round = 0; round < ROUNDS; round++) {
            without.add(start(suite, service, false));
            with.add(start(suite, service, true));
        }
        out.println(service);
        line("ready", "s", median(without, Start::ready), median(with, Start::ready));
        line("processors", "s", median(without, Start::processor), median(with, Start::processor));
        line("first request", "ms", median(without, Start::first), median(with, Start::first));
        line("memory", "MB", median(without, Start::memory), median(with, Start::memory));
    }

    private void line(String what, String unit, double without, double with) {
        out.printf(
                Locale.ROOT,
                "  %-14s %8.1f %-2s without, %8.1f %-2s with: %.2f%n",
                what,
                without,
                unit,
                with,
                unit,
                with / without);
    }

    private Start start(Suite suite, String service, boolean cached)
            throws IOException, InterruptedException {
        suite.service(service).close();
        withCache = cached;
        var begin = System.nanoTime();
        suite.restart(service);
        var ready = (System.nanoTime() - begin) / 1e9;
        var process = suite.service(service).process();
        var processor = ProcessorTime.seconds(process);
        var api = new Api(suite.service(service).url(), suite.token("bench", "manager,lead"));
        var asked = System.nanoTime();
        api.get(FIRST.getOrDefault(service, "/")).required();
        var first = (System.nanoTime() - asked) / 1e6;
        var memory = ResidentMemory.megabytes(process.pid()).orElse(Double.NaN);
        return new Start(ready, processor, first, memory);
    }

    private static double median(List<Start> starts, ToDoubleFunction<Start> figure) {
        return starts.stream().mapToDouble(figure).sorted().toArray()[starts.size() / 2];
    }
}
