package org.kamsuite.kit.inbox;

import com.fasterxml.jackson.databind.ObjectMapper;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import javax.sql.DataSource;
import org.kamsuite.kit.time.BusinessClock;

/// An inbox of notes that no consumer feeds.
@ApplicationScoped
public class NoteInbox {

    @Inject ObjectMapper json;
    @Inject InboxVersions versions;
    @Inject DeadLetterTopic deadLetters;
    @Inject DataSource database;
    @Inject MeterRegistry metrics;
    @Inject BusinessClock clock;

    public Inbox<String> inbox() {
        return new Inbox<>(
                new NoteProjection(), json, versions, deadLetters, database, metrics, clock);
    }
}
