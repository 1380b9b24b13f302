package org.kamsuite.local.bench;

/// What a process has used of the processors.
public final class ProcessorTime {

    private ProcessorTime() {}

    /// Seconds since it started, of all its threads; not a number where the system does not say.
    public static double seconds(Process process) {
        return process.info()
                .totalCpuDuration()
                .map(spent -> spent.toMillis() / 1e3)
                .orElse(Double.NaN);
    }
}
