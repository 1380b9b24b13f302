package org.kamsuite.embedded;

import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.FileChannel;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/// What PostgreSQL says from now on, in the file that its output is appended to.
final class PostgresLog {

    private static final Pattern SERVER =
            Pattern.compile("(?:FATAL|PANIC|ERROR): (?! *the database system is ).+");
    private static final Pattern TOOL = Pattern.compile("(?:pg_ctl|initdb): (?:error|directory).+");

    /// The starter goes on where it only suspects another server.
    private static final Pattern GIVEN_UP = Pattern.compile("pg_ctl: (?!another server might)");

    private final Path file;
    private final long begin;

    PostgresLog(Path file) throws IOException {
        this.file = file;
        this.begin = Files.exists(file) ? Files.size(file) : 0;
    }

    ProcessBuilder.Redirect redirect() {
        return ProcessBuilder.Redirect.appendTo(file.toFile());
    }

    /// Whether the server has ended before it was up.
    boolean hasGivenUp() throws IOException {
        return lines().stream().anyMatch(line -> GIVEN_UP.matcher(line).find());
    }

    /// The last complaint, of the server if it has one, and where the rest is.
    String complaint() throws IOException {
        var where = "its log is " + file;
        var lines = lines();
        return last(SERVER, lines)
                .or(() -> last(TOOL, lines))
                .map(found -> found + "; " + where)
                .orElse(where);
    }

    private static Optional<String> last(Pattern complaint, List<String> lines) {
        return lines.stream()
                .map(complaint::matcher)
                .filter(Matcher::find)
                .map(found -> found.group().replaceAll(" +", " "))
                .reduce((before, last) -> last);
    }

    private List<String> lines() throws IOException {
        if (!Files.exists(file)) {
            return List.of();
        }
        try (var channel = FileChannel.open(file)) {
            var in = Channels.newInputStream(channel.position(begin));
            return new String(in.readAllBytes(), StandardCharsets.UTF_8).lines().toList();
        }
    }
}
