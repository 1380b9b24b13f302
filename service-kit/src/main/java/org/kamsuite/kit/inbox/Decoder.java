package org.kamsuite.kit.inbox;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.util.Optional;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.kamsuite.kit.kafka.CloudEvent;

/// Reads the records of one topic into its payload type; unknown fields are skipped.
final class Decoder<T> {

    private final Projection<T> projection;
    private final ObjectReader reader;

    Decoder(Projection<T> projection, ObjectMapper json) {
        this.projection = projection;
        this.reader =
                json.readerFor(projection.payload())
                        .without(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES);
    }

    /// The decoded record, or empty where its type is not the one this service reads.
    ///
    /// @throws PoisonedRecord if the record cannot be read
    Optional<Arrival<T>> decode(ConsumerRecord<String, byte[]> kafka) {
        try {
            if (kafka.key() == null) {
                throw new PoisonedRecord("The record has no key");
            }
            var event = CloudEvent.of(kafka.headers());
            if (kafka.value() == null) {
                return Optional.of(new Arrival<>(kafka.key(), event, null));
            }
            if (!projection.type().equals(event.type())) {
                return Optional.empty();
            }
            T payload = reader.readValue(kafka.value());
            if (payload == null) {
                throw new PoisonedRecord("The data are null, which is not a state");
            }
            return Optional.of(new Arrival<>(kafka.key(), event, payload));
        } catch (IOException | RuntimeException e) {
            throw e instanceof PoisonedRecord poisoned
                    ? poisoned
                    : new PoisonedRecord("The record cannot be read: " + e.getMessage(), e);
        }
    }
}
