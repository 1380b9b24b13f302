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
    private final List<Answered> answers = new ArrayList<>();
    private final List<Requirement> requirements = new ArrayList<>();
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

    /// How many there were.
    void count(String what, long count) {
        out.printf(Locale.ROOT, "  %-42s %9d%n", what, count);
        lines.add(new Line(section, what, "", (double) count, null, null, null));
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

    /// What a stretch of traffic was answered, and its latencies against a reference's.
    void answers(String what, Window window, @Nullable Window reference) {
        var ratio = reference == null ? null : window.accepted(50) / reference.accepted(50);
        var ratio99 = reference == null ? null : window.accepted(99) / reference.accepted(99);
        out.printf(
                Locale.ROOT,
                "  %-20s %7.1f/s   2xx %5.1f %%  503 %5.1f %%  429 %5.1f %%  other %d  unanswered %d%n",
                what,
                window.perSecond(),
                100 * window.acceptedShare(),
                100 * window.share503(),
                100 * window.share429(),
                window.others(),
                window.lost());
        out.printf(
                Locale.ROOT,
                "  %20s %7.1f/s served, p50 %.1f p99 %.1f ms%s; refused p50 %.1f p99 %.1f ms, once sent p50 %.1f ms%n",
                "",
                window.acceptedPerSecond(),
                window.accepted(50),
                window.accepted(99),
                ratio == null ? "" : " (%.2f, %.2f of the reference)".formatted(ratio, ratio99),
                window.refused(50),
                window.refused(99),
                window.refusedOnceSent(50));
        answers.add(
                new Answered(
                        section,
                        what,
                        window.perSecond(),
                        window.acceptedShare(),
                        window.share503(),
                        window.share429(),
                        window.others(),
                        window.lost(),
                        window.accepted(50),
                        window.accepted(99),
                        window.refused(50),
                        window.refused(99),
                        window.refusedOnceSent(50),
                        ratio,
                        ratio99));
    }

    /// Something that has to hold, whatever the machine.
    void required(String what, boolean holds) {
        out.printf("  %s: %s%n", holds ? "holds" : "BROKEN", what);
        requirements.add(new Requirement(section, what, holds));
    }

    boolean holds() {
        return requirements.stream().allMatch(Requirement::holds);
    }

    void write(Path file, Environment environment) throws IOException {
        new ObjectMapper()
                .enable(SerializationFeature.INDENT_OUTPUT)
                .writeValue(file.toFile(), new Run(environment, lines, answers, requirements));
    }

    /// All that was measured, and where.
    @JsonInclude(JsonInclude.Include.NON_EMPTY)
    record Run(
            Environment environment,
            List<Line> measured,
            List<Answered> answers,
            List<Requirement> requirements) {}

    /// Something that has to hold.
    record Requirement(String section, String what, boolean holds) {}

    /// The answers to a stretch of traffic; shares are of all that was sent.
    @JsonInclude(JsonInclude.Include.NON_NULL)
    record Answered(
            String section,
            String what,
            double sentPerSecond,
            double share2xx,
            double share503,
            double share429,
            long others,
            long unanswered,
            double acceptedP50Milliseconds,
            double acceptedP99Milliseconds,
            double refusedP50Milliseconds,
            double refusedP99Milliseconds,
            double refusedOnceSentP50Milliseconds,
            @Nullable Double ratioP50,
            @Nullable Double ratioP99) {}

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
