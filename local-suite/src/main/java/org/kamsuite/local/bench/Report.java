package org.kamsuite.local.bench;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.OptionalDouble;
import org.jspecify.annotations.Nullable;

/// What was measured: printed as it comes, and kept to be written as JSON.
final class Report {

    private final PrintStream out;
    private final List<Line> lines = new ArrayList<>();
    private String section = "";

    Report(PrintStream out) {
        this.out = out;
    }

    void section(String title) {
        section = title;
        out.printf("%n%s%n", title);
    }

    /// Latencies, and their rate against a reference's.
    void latencies(String what, Latencies measured, @Nullable Latencies reference) {
        var ratio = reference == null ? null : measured.perSecond() / reference.perSecond();
        out.printf(
                Locale.ROOT,
                "  %-42s %9.0f/s   p50 %8.2f ms   p99 %8.2f ms%s%n",
                what,
                measured.perSecond(),
                measured.milliseconds(50),
                measured.milliseconds(99),
                ratio == null ? "" : "   %.4f of the reference".formatted(ratio));
        lines.add(
                new Line(
                        section,
                        what,
                        "1/s",
                        measured.perSecond(),
                        measured.milliseconds(50),
                        measured.milliseconds(99),
                        ratio));
    }

    /// Delays at some rate, and their median against a reference's.
    void delay(String what, Latencies measured, @Nullable Latencies reference) {
        var ratio =
                reference == null ? null : measured.milliseconds(50) / reference.milliseconds(50);
        out.printf(
                Locale.ROOT,
                "  %-42s %9.0f/s   p50 %8.2f ms   p99 %8.2f ms%s%n",
                what,
                measured.perSecond(),
                measured.milliseconds(50),
                measured.milliseconds(99),
                ratio == null ? "" : "   %.1f times the reference".formatted(ratio));
        lines.add(
                new Line(
                        section,
                        what,
                        "ms",
                        measured.perSecond(),
                        measured.milliseconds(50),
                        measured.milliseconds(99),
                        ratio));
    }

    /// One number, and its ratio to a reference.
    void number(String what, double value, String unit, @Nullable Double reference) {
        var ratio = reference == null ? null : value / reference;
        out.printf(
                Locale.ROOT,
                "  %-42s %9.1f %s%s%n",
                what,
                value,
                unit,
                ratio == null ? "" : "   %.4f of the reference".formatted(ratio));
        lines.add(new Line(section, what, unit, value, null, null, ratio));
    }

    /// What a process holds in memory, where the system says so.
    void memory(String what, OptionalDouble megabytes, OptionalDouble reference) {
        if (megabytes.isPresent()) {
            number(
                    what,
                    megabytes.getAsDouble(),
                    "MB",
                    reference.isPresent() ? reference.getAsDouble() : null);
        }
    }

    void write(Path file, Environment environment) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), new Run(environment, lines));
    }

    /// All that was measured, and where.
    record Run(Environment environment, List<Line> measured) {}

    /// One measurement.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Line(
            String section,
            String what,
            String unit,
            @Nullable Double value,
            @Nullable Double p50Milliseconds,
            @Nullable Double p99Milliseconds,
            @Nullable Double ratio) {}
}
