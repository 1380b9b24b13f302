package org.kamsuite.account.intake;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.CodingErrorAction;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.StreamSupport;
import org.apache.commons.csv.CSVException;
import org.apache.commons.csv.CSVFormat;
import org.apache.commons.csv.DuplicateHeaderMode;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.rest.JsonRules;

/// Reads the rows of a body one by one: CSV with a header, or one JSON object a line.
///
/// In CSV a header with dots is a nested field, an empty cell is null, and lists are separated by
/// `;`.
final class RowReader {

    private static final CSVFormat FORMAT =
            CSVFormat.RFC4180
                    .builder()
                    .setHeader()
                    .setDuplicateHeaderMode(DuplicateHeaderMode.DISALLOW)
                    .setSkipHeaderRecord(true)
                    .setTrim(true)
                    .get();

    private final ObjectMapper json;
    private final Set<String> lists;

    /// Reads rows whose given fields are lists.
    RowReader(ObjectMapper json, Set<String> lists) {
        this.json = json;
        this.lists = lists;
    }

    /// Gives each row to the consumer: its content, or what is wrong with it.
    void read(InputStream body, Format format, Consumer<Row> rows) {
        var decoder =
                StandardCharsets.UTF_8
                        .newDecoder()
                        .onMalformedInput(CodingErrorAction.REPORT)
                        .onUnmappableCharacter(CodingErrorAction.REPORT);
        try (var reader = new BufferedReader(new InputStreamReader(body, decoder))) {
            switch (format) {
                case CSV -> readCsv(reader, rows);
                case NDJSON -> readLines(reader, rows);
            }
        } catch (UncheckedIOException e) {
            throw refusal(Objects.requireNonNull(e.getCause()));
        } catch (IOException e) {
            throw refusal(e);
        }
    }

    private static RuntimeException refusal(IOException failure) {
        return switch (failure) {
            case CharacterCodingException _ -> new Invalid("", "The body is not text in UTF-8");
            case CSVException csv -> new Invalid("", "The body is not CSV: " + csv.getMessage());
            default -> new UncheckedIOException(failure);
        };
    }

    private void readCsv(BufferedReader reader, Consumer<Row> rows) throws IOException {
        try (var parser = FORMAT.parse(reader)) {
            for (var line : parser) {
                rows.accept(
                        line.isConsistent()
                                ? row(line.toMap())
                                : new Row(null, "The row has not as many cells as the header"));
            }
        } catch (IllegalArgumentException e) {
            throw new Invalid("", "The header names a column twice, or leaves one without a name");
        }
    }

    private Row row(Map<String, String> cells) {
        var object = json.createObjectNode();
        for (var cell : cells.entrySet()) {
            if (!cell.getValue().isEmpty() && !put(object, cell.getKey(), cell.getValue())) {
                return new Row(
                        null,
                        "The cell "
                                + cell.getKey()
                                + " and another one say different things of the same field");
            }
        }
        cells.forEach((name, value) -> {
            if (value.isEmpty()) {
                clear(object, name);
            }
        });
        return Row.of(object);
    }

    /// Puts a value, and says whether its place was free.
    private boolean put(ObjectNode object, String name, String value) {
        var parent = object;
        var steps = name.split("\\.", -1);
        for (var i = 0; i < steps.length - 1; i++) {
            if (parent.has(steps[i]) && !parent.get(steps[i]).isObject()) {
                return false;
            }
            parent = parent.withObjectProperty(steps[i]);
        }
        var last = steps[steps.length - 1];
        if (parent.has(last)) {
            return false;
        }
        if (lists.contains(name)) {
            var items = parent.putArray(last);
            for (var item : value.split(";", -1)) {
                items.add(item.strip());
            }
        } else {
            parent.put(last, value);
        }
        return true;
    }

    /// Puts null where no other cell says anything; the whole field where all its cells are empty.
    private static void clear(ObjectNode object, String name) {
        var parent = object;
        for (var step : name.split("\\.", -1)) {
            if (!parent.has(step)) {
                parent.putNull(step);
            }
            if (!(parent.get(step) instanceof ObjectNode next)) {
                return;
            }
            parent = next;
        }
    }

    private void readLines(BufferedReader reader, Consumer<Row> rows) throws IOException {
        for (var line = reader.readLine(); line != null; line = reader.readLine()) {
            if (!line.isBlank()) {
                rows.accept(row(line));
            }
        }
    }

    private Row row(String line) {
        try {
            JsonNode node = json.readTree(line);
            return node instanceof ObjectNode object
                    ? Row.of(object)
                    : new Row(null, "The line is not a JSON object");
        } catch (JsonProcessingException e) {
            return new Row(null, "The line is not JSON: " + e.getOriginalMessage());
        }
    }

    /// How a body is written.
    enum Format {
        CSV,
        NDJSON
    }

    /// The content of a row, or why it has none.
    record Row(@Nullable ObjectNode content, @Nullable String error) {

        static Row of(ObjectNode content) {
            return isStorable(content)
                    ? new Row(content, null)
                    : new Row(null, "The row has a text with zero characters or half surrogates");
        }

        private static boolean isStorable(JsonNode node) {
            return JsonRules.isStorable(node.asText())
                    && node.properties().stream()
                            .allMatch(entry -> JsonRules.isStorable(entry.getKey()))
                    && StreamSupport.stream(node.spliterator(), false).allMatch(Row::isStorable);
        }
    }
}
