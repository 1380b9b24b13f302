package org.kamsuite.kit.kafka;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.jspecify.annotations.Nullable;

/// The attributes of an event in Kafka's binary mode of CloudEvents 1.0, with epoch and sequence as
/// extensions.
public record CloudEvent(
        String id,
        String type,
        String source,
        String subject,
        Instant time,
        long epoch,
        long sequence) {

    /// The headers of a new event.
    public static List<Header> headers(
            UUID id,
            String type,
            String service,
            String subject,
            Instant time,
            long epoch,
            long sequence) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", id.toString()),
                header("ce_type", type),
                header("ce_source", "/" + service),
                header("ce_subject", subject),
                header("ce_time", time.toString()),
                header("ce_epoch", Long.toString(epoch)),
                header("ce_sequence", Long.toString(sequence)),
                header("content-type", "application/json"));
    }

    /// Reads the headers of a received event.
    ///
    /// @throws IllegalArgumentException if one is missing or malformed; the message names it
    public static CloudEvent of(Headers headers) {
        return new CloudEvent(
                text(headers, "ce_id"),
                text(headers, "ce_type"),
                text(headers, "ce_source"),
                text(headers, "ce_subject"),
                Instant.parse(text(headers, "ce_time")),
                number(headers, "ce_epoch"),
                number(headers, "ce_sequence"));
    }

    public static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }

    /// The header's text, or null where it is missing.
    public static @Nullable String find(Headers headers, String name) {
        var header = headers.lastHeader(name);
        return header == null || header.value() == null
                ? null
                : new String(header.value(), StandardCharsets.UTF_8);
    }

    private static String text(Headers headers, String name) {
        var value = find(headers, name);
        if (value == null) {
            throw new IllegalArgumentException("The header " + name + " is missing");
        }
        return value;
    }

    private static long number(Headers headers, String name) {
        var text = text(headers, name);
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(
                    "The header " + name + " is a whole number, not " + text, e);
        }
    }
}
