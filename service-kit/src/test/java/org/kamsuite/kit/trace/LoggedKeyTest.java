package org.kamsuite.kit.trace;

import static java.util.stream.Collectors.toMap;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.quarkus.logging.json.runtime.JsonFormatter;
import java.util.List;
import java.util.Map;
import org.jboss.logmanager.ExtLogRecord;
import org.jboss.logmanager.Level;
import org.junit.jupiter.api.Test;

/// In the lines that production writes.
class LoggedKeyTest {

    private static final String PARENT = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String ACCOUNT = "0190a1b2-0000-7000-8000-000000000001";

    @Test
    void isInEveryLineByTheNameThatAddressesUse() throws JsonProcessingException {
        try (var _ = LoggedKey.ofTopic("accounts", "account_id", ACCOUNT)) {
            assertThat(mdc()).isEqualTo(Map.of("topic", "accounts", "accountId", ACCOUNT));
        }

        assertThat(mdc()).isEmpty();
    }

    @Test
    void standsBesideTheTrace() throws JsonProcessingException {
        var traces = new Traces(SdkTracerProvider.builder().build().get("test"));
        var span = traces.start("compute", SpanKind.INTERNAL, List.of(PARENT));

        try (var _ = LoggedKey.ofKind("score", "account_id", ACCOUNT)) {
            Traces.during(
                    span,
                    () ->
                            assertThat(mdc())
                                    .containsEntry("kind", "score")
                                    .containsEntry("accountId", ACCOUNT)
                                    .containsEntry("traceId", "0af7651916cd43dd8448eb211c80319c")
                                    .containsKey("spanId"));
        }
    }

    @Test
    void ofARecordWithoutAKeyIsItsTopicAlone() throws JsonProcessingException {
        try (var _ = LoggedKey.ofTopic("accounts", "account_id", null)) {
            assertThat(mdc()).isEqualTo(Map.of("topic", "accounts"));
        }
    }

    private static Map<String, String> mdc() throws JsonProcessingException {
        var logged = new ExtLogRecord(Level.WARN, "It failed", LoggedKeyTest.class.getName());
        logged.copyMdc();
        var line = new ObjectMapper().readTree(new JsonFormatter().format(logged));
        return line.path("mdc").properties().stream()
                .collect(toMap(Map.Entry::getKey, field -> field.getValue().asText()));
    }
}
