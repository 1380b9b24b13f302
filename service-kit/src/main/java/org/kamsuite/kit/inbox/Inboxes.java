package org.kamsuite.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import io.quarkus.arc.All;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;
import org.kamsuite.kit.time.BusinessClock;

/// The inboxes of a service: one per projection.
@ApplicationScoped
public class Inboxes {

    private final List<Inbox<?>> inboxes;

    @Inject
    Inboxes(
            @All List<Projection<?>> projections,
            ObjectMapper json,
            InboxVersions versions,
            DeadLetterTopic deadLetters,
            DataSource database,
            MeterRegistry metrics,
            BusinessClock clock) {
        this.inboxes =
                projections.stream()
                        .<Inbox<?>>map(projection ->
                                new Inbox<>(
                                        projection,
                                        json,
                                        versions,
                                        deadLetters,
                                        database,
                                        metrics,
                                        clock))
                        .toList();
    }

    public List<Inbox<?>> all() {
        return inboxes;
    }

    /// The inbox of the topic, if this service reads it.
    public Optional<Inbox<?>> of(String topic) {
        return inboxes.stream()
                .filter(inbox -> inbox.projection().topic().equals(topic))
                .findFirst();
    }
}
