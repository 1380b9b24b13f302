package org.kamsuite.account;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.internals.RecordHeader;
import org.apache.kafka.common.serialization.StringSerializer;
import org.eclipse.microprofile.config.ConfigProvider;

/// Speaks as the opportunity service does.
final class OpportunityEvents {

    private OpportunityEvents() {}

    static void publish(String opportunity, long sequence, String state) {
        var servers = ConfigProvider.getConfig().getValue("kafka.bootstrap.servers", String.class);
        try (var producer =
                new KafkaProducer<>(
                        Map.<String, Object>of("bootstrap.servers", servers),
                        new StringSerializer(),
                        new StringSerializer())) {
            producer.send(
                            new ProducerRecord<>(
                                    "opportunities",
                                    null,
                                    opportunity,
                                    state,
                                    headers(opportunity, sequence)))
                    .get();
        } catch (ExecutionException | InterruptedException e) {
            throw new IllegalStateException("The event could not be published", e);
        }
    }

    private static List<Header> headers(String opportunity, long sequence) {
        return List.of(
                header("ce_specversion", "1.0"),
                header("ce_id", UUID.randomUUID().toString()),
                header("ce_type", "org.kamsuite.opportunity.state.v1"),
                header("ce_source", "/opportunity-service"),
                header("ce_subject", opportunity),
                header("ce_time", Instant.parse("2026-10-30T12:00:00Z").toString()),
                header("ce_epoch", "1"),
                header("ce_sequence", Long.toString(sequence)),
                header("content-type", "application/json"));
    }

    private static Header header(String name, String value) {
        return new RecordHeader(name, value.getBytes(StandardCharsets.UTF_8));
    }
}
