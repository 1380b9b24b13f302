package org.kamsuite.kit.problem;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import java.util.ArrayList;
import java.util.List;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class PostponementsTest {

    private static final Logger LOG = Logger.getLogger(Postponements.class.getName());

    private final List<LogRecord> logged = new ArrayList<>();
    private final Handler handler =
            new Handler() {
                @Override
                public void publish(LogRecord record) {
                    logged.add(record);
                }

                @Override
                public void flush() {}

                @Override
                public void close() {}
            };

    @BeforeEach
    void listen() {
        LOG.addHandler(handler);
    }

    @AfterEach
    void listenNoMore() {
        LOG.removeHandler(handler);
    }

    @Test
    void logsOneOfManyRequestsThatAreRefusedAtOnce() {
        var postponements = new Postponements(new SimpleMeterRegistry());

        for (var request = 0; request < 1_000; request++) {
            postponements.log("/api/v1/books", new IllegalStateException("No connection"));
        }

        assertThat(logged).hasSize(1);
    }
}
