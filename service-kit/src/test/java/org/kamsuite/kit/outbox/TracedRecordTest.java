package org.kamsuite.kit.outbox;

import static org.assertj.core.api.Assertions.assertThat;

import io.opentelemetry.api.trace.SpanKind;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.kafka.Broker;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.trace.Traces;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class TracedRecordTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";

    @Inject DataSource database;
    @Inject Outbox outbox;
    @Inject Broker broker;
    @Inject Traces traces;

    private final String key = "traced-" + UUID.randomUUID();

    @Test
    void aRecordGoesOnInTheTraceThatFiledIt() throws SQLException {
        note();

        Traces.during(traces.start("request", SpanKind.SERVER, List.of(PARENT)), this::file);

        assertThat(headers())
                .singleElement()
                .asString()
                .matches("00-0af7651916cd43dd8448eb211c80319c-\\p{XDigit}{16}-0[01]")
                .doesNotContain("b7ad6b7169203331");
    }

    @Test
    void aRecordThatNobodyTracedCarriesNothing() throws SQLException {
        note();

        file();

        assertThat(headers()).containsExactly("none");
    }

    private void file() {
        QuarkusTransaction.requiringNew().run(() -> outbox.state("catalogue", key));
    }

    private void note() throws SQLException {
        try (var connection = database.getConnection();
                var insert =
                        connection.prepareStatement("insert into notes values (?, 1, 'traced')")) {
            insert.setString(1, key);
            insert.executeUpdate();
        }
    }

    private List<String> headers() {
        return Awaitility.await()
                .atMost(Duration.ofSeconds(30))
                .until(this::published, headers -> !headers.isEmpty());
    }

    private List<String> published() throws SQLException {
        var headers = new ArrayList<String>();
        try (var topic = broker.wholeTopic("catalogue")) {
            topic.readToEnd(poll ->
                    poll.forEach(kafka -> {
                        if (key.equals(kafka.key())) {
                            var parent = CloudEvent.find(kafka.headers(), Traces.HEADER);
                            headers.add(parent == null ? "none" : parent);
                        }
                    }));
        }
        return headers;
    }
}
