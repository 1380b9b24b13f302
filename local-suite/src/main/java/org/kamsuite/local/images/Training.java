package org.kamsuite.local.images;

import java.io.IOException;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.attribute.FileTime;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.kamsuite.local.Api;
import org.kamsuite.local.Suite;
import org.kamsuite.local.Trouble;
import org.kamsuite.local.bench.Requests;
import org.kamsuite.local.data.DemoData;

/// Runs the services from their images, lets them answer real requests and has their virtual
/// machines write down what they have learnt.
final class Training {

    /// What production has; a service is trained with as much memory as performance.md measures.
    private static final List<String> OPTIONS =
            List.of(
                    "-Xmx512m",
                    "-XX:+UseSerialGC",
                    // Adapters from a cache are warned of as not fitting by the JDK 25.0.3.
                    "-XX:+UnlockDiagnosticVMOptions",
                    "-XX:-AOTAdapterCaching",
                    "-XX:AOTCacheOutput=" + Layout.CACHE);

    private static final int ACCOUNTS = 60;
    private static final int ROUNDS = 150;
    private static final int WRITES = 40;
    private static final int PATIENCE_MINUTES = 15;

    private final List<ServiceImage> images;
    private final Path work;
    private final int portBase;
    private final PrintStream out;
    private final Map<String, UnpackedImage> unpacked = new HashMap<>();

    Training(List<ServiceImage> images, Path work, int portBase, PrintStream out) {
        this.images = images;
        this.work = work;
        this.portBase = portBase;
        this.out = out;
    }

    /// Leaves the caches where the images look for them.
    void run() throws IOException, InterruptedException {
        for (var image : images) {
            var folder = work.resolve(image.name()).resolve("training");
            unpacked.put(image.name(), UnpackedImage.of(image.tarball(), folder));
        }
        var suite = Suite.of(this::launch, Folders.empty(work.resolve("data")), portBase, out);
        var stop = new Thread(suite::close, "suite-shutdown");
        Runtime.getRuntime().addShutdownHook(stop);
        try {
            suite.start();
            exercise(suite);
            out.println("writing the AOT caches");
            for (var image : images) {
                end(suite.service(image.name()).process());
            }
        } finally {
            suite.close();
            Runtime.getRuntime().removeShutdownHook(stop);
        }
        for (var image : images) {
            keep(image);
        }
    }

    private ProcessBuilder launch(String service, Map<String, String> settings) {
        try {
            return image(service).service(OPTIONS, settings);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private UnpackedImage image(String service) {
        var image = unpacked.get(service);
        if (image == null) {
            throw new IllegalStateException("There is no image of " + service);
        }
        return image;
    }

    /// Imports, scoring, searches and events of demo data, then what people ask most.
    private void exercise(Suite suite) throws IOException, InterruptedException {
        var today = LocalDate.now(ZoneOffset.UTC);
        var loader = suite.api("training", "administrator,approver,integrator,lead,manager");
        new DemoData(loader, today, ACCOUNTS, loaded -> {}, out).load();
        var requests =
                new Requests(
                        api(suite, "account-service"),
                        api(suite, "scoring-service"),
                        api(suite, "opportunity-service"),
                        today);
        for (var round = 0; round < ROUNDS; round++) {
            requests.readAll();
        }
        for (var write = 0; write < WRITES; write++) {
            requests.eventDelay();
        }
        MainPath.of(suite).walk();
    }

    private static Api api(Suite suite, String service) {
        return new Api(suite.url(service), suite.token("training", "manager,lead"));
    }

    /// As it ends, the virtual machine writes its cache, which takes a while.
    private static void end(Process process) throws InterruptedException {
        process.destroy();
        try {
            process.onExit().get(PATIENCE_MINUTES, TimeUnit.MINUTES);
        } catch (TimeoutException | ExecutionException e) {
            throw new Trouble("A service does not end its training", e);
        }
    }

    private void keep(ServiceImage image) throws IOException, InterruptedException {
        var trained = image(image.name());
        var cache = trained.root().resolve(Layout.CACHE.substring(1));
        if (!Files.exists(cache)) {
            throw new Trouble(
                    "The training of %s has left no AOT cache; its log is %s"
                            .formatted(image.name(), work.resolve("data/logs")));
        }
        Files.createDirectories(image.cache().getParent());
        Files.copy(cache, image.cache(), StandardCopyOption.REPLACE_EXISTING);
        Files.setLastModifiedTime(cache, FileTime.from(Layout.AGE));
        requireUsed(image, trained);
    }

    /// The virtual machine would go on without a cache that does not fit: that is found here.
    private static void requireUsed(ServiceImage image, UnpackedImage trained)
            throws IOException, InterruptedException {
        var process =
                trained.service(
                                List.of(
                                        "-XX:+UseSerialGC",
                                        "-XX:AOTMode=on",
                                        "-XX:AOTCache=" + Layout.CACHE,
                                        "-Xlog:aot",
                                        "--dry-run"),
                                Map.of())
                        .redirectErrorStream(true)
                        .start();
        var said = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        if (process.waitFor() != 0 || !said.contains("Using AOT-linked classes: true")) {
            throw new Trouble(
                    "The virtual machine does not take the AOT cache of %s: %s"
                            .formatted(
                                    image.name(),
                                    said.lines()
                                            .filter(line -> line.contains("[aot"))
                                            .reduce((a, b) -> b)
                                            .orElse(said)));
        }
    }
}
