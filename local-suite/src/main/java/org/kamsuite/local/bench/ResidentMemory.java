package org.kamsuite.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.OptionalDouble;
import java.util.regex.Pattern;

/// What a process holds in memory.
public final class ResidentMemory {

    private static final Pattern RESIDENT = Pattern.compile("VmRSS:\\s+(\\d+) kB");

    private ResidentMemory() {}

    /// The resident set of a process in MB; empty where the system has no `/proc`.
    public static OptionalDouble megabytes(long pid) throws IOException {
        var status = Path.of("/proc/" + pid + "/status");
        if (!Files.exists(status)) {
            return OptionalDouble.empty();
        }
        var resident = RESIDENT.matcher(Files.readString(status));
        return resident.find()
                ? OptionalDouble.of(Double.parseDouble(resident.group(1)) / 1024)
                : OptionalDouble.empty();
    }
}
