package org.kamsuite.local.images;

import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamsuite.local.Trouble;

/// The options of `./kam images`.
///
/// @param push the registry that the images are pushed to, if to any
/// @param base an image of an operating system; without it, Debian's packages are the base
/// @param aot whether the images get an AOT cache
/// @param measure whether the starts are measured with it and without
/// @param folder where the tarballs are written
/// @param portBase the number below the ports of the suite that trains and measures
record ImageOptions(
        @Nullable String push,
        @Nullable String base,
        boolean aot,
        boolean measure,
        Path folder,
        int portBase) {

    private static final int USUAL_BASE = 8080;

    /// @throws Trouble for an option that is unknown, incomplete or does not go with another
    static ImageOptions of(Path home, List<String> arguments) {
        var rest = new ArrayDeque<>(arguments);
        String push = null;
        String base = null;
        var aot = true;
        var measure = false;
        var folder = home.resolve("target/images");
        var portBase = USUAL_BASE;
        while (!rest.isEmpty()) {
            var option = rest.pop();
            switch (option) {
                case "--push" -> push = value(option, rest);
                case "--base" -> base = value(option, rest);
                case "--no-aot" -> aot = false;
                case "--measure" -> measure = true;
                case "--to" -> folder = Path.of(value(option, rest)).toAbsolutePath().normalize();
                case "--port-base" -> portBase = port(value(option, rest));
                default ->
                        throw new Trouble("The option " + option + " is unknown; see ./kam help");
            }
        }
        if (measure && !aot) {
            throw new Trouble("--measure compares images with their AOT cache: leave --no-aot out");
        }
        return new ImageOptions(push, base, aot, measure, folder, portBase);
    }

    private static String value(String option, ArrayDeque<String> rest) {
        if (rest.isEmpty()) {
            throw new Trouble("The option " + option + " needs a value");
        }
        return rest.pop();
    }

    private static int port(String text) {
        if (!text.matches("\\d{4,5}") || Integer.parseInt(text) > 65_000) {
            throw new Trouble("A port base lies between 1000 and 65000, not " + text);
        }
        return Integer.parseInt(text);
    }
}
