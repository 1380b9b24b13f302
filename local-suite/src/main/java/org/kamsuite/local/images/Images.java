package org.kamsuite.local.images;

import com.google.cloud.tools.jib.api.buildplan.FileEntriesLayer;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.kamsuite.local.Trouble;

/// `./kam images`: builds the images of the three services, without Docker.
public final class Images {

    private static final long MEGABYTES_NEEDED = 4000;

    private static final Map<String, Integer> PORTS = new LinkedHashMap<>();

    static {
        PORTS.put("account-service", 8081);
        PORTS.put("scoring-service", 8082);
        PORTS.put("opportunity-service", 8083);
    }

    private final Path home;
    private final ImageOptions options;
    private final PrintStream out;

    private Images(Path home, ImageOptions options, PrintStream out) {
        this.home = home;
        this.options = options;
        this.out = out;
    }

    /// Runs the command.
    ///
    /// @param home the folder of the project, built
    /// @param arguments what follows `./kam images`
    public static int run(Path home, List<String> arguments, PrintStream out)
            throws IOException, InterruptedException {
        new Images(home, ImageOptions.of(home, arguments), out).build();
        return 0;
    }

    private void build() throws IOException, InterruptedException {
        requireRoom();
        var images = images();
        var digests = new LinkedHashMap<ServiceImage, String>();
        for (var image : images) {
            digests.put(image, image.write(false));
            tell(image, digests.get(image));
        }
        if (options.aot()) {
            train(digests);
            for (var image : images) {
                tell(image, image.write(true));
            }
        }
        if (options.push() != null) {
            for (var image : images) {
                out.println("pushed " + image.push(options.push(), options.aot()));
            }
        }
        if (options.measure()) {
            new Starts(images, options.folder().resolve("work"), options.portBase(), out).measure();
        }
    }

    /// Again only where an image is another one than that which was trained.
    private void train(Map<ServiceImage, String> digests) throws IOException, InterruptedException {
        var trained = true;
        for (var image : digests.entrySet()) {
            trained &= image.getKey().isTrained(image.getValue());
        }
        if (trained) {
            out.println("the AOT caches of the last training fit");
            return;
        }
        out.println("training with real requests, which takes minutes");
        var work = options.folder().resolve("work");
        new Training(List.copyOf(digests.keySet()), work, options.portBase(), out).run();
        for (var image : digests.entrySet()) {
            image.getKey().noteTrained(image.getValue());
        }
    }

    private void tell(ServiceImage image, String digest) throws IOException {
        out.printf("%s  %d MB  %s%n", image.tarball(), Files.size(image.tarball()) >> 20, digest);
    }

    private void requireRoom() throws IOException {
        Files.createDirectories(options.folder().resolve("work"));
        var room = Files.getFileStore(options.folder()).getUsableSpace() >> 20;
        if (room < MEGABYTES_NEEDED) {
            throw new Trouble(
                    "The disk of %s has %d MB left; images and training need %d"
                            .formatted(options.folder(), room, MEGABYTES_NEEDED));
        }
    }

    private List<ServiceImage> images() throws IOException, InterruptedException {
        var work = options.folder().resolve("work");
        var materials = new ArrayList<Component>();
        Optional<FileEntriesLayer> system = Optional.empty();
        if (options.base() == null) {
            out.println("fetching the base");
            var base = DebianBase.fetch(work.resolve("base"));
            system = Optional.of(base.layer());
            materials.addAll(base.components());
        }
        out.println("linking the Java runtime");
        var java = JavaRuntime.link(work.resolve("java"));
        materials.add(java.component());
        var images = new ArrayList<ServiceImage>();
        for (var service : PORTS.entrySet()) {
            images.add(
                    new ServiceImage(
                            Application.of(home, service.getKey()),
                            service.getValue(),
                            options.base(),
                            system,
                            java.layer(),
                            materials,
                            options.folder()));
        }
        return images;
    }
}
