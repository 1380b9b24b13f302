package org.kamsuite.kit.outbox;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toSet;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.apache.kafka.common.header.Header;
import org.kamsuite.kit.kafka.CloudEvent;
import org.kamsuite.kit.trace.Traces;

/// The spans of one round: a record that was filed in a trace goes on in it, until the broker has
/// acknowledged the round.
final class RoundSpans {

    private final Traces traces;
    private final Map<Object, Set<String>> parents;
    private final List<Span> open = new ArrayList<>();

    RoundSpans(Traces traces, List<OutboxRow> rows) {
        this.traces = traces;
        this.parents =
                rows.stream()
                        .filter(row -> row.traceParent() != null)
                        .collect(
                                groupingBy(
                                        OutboxRow::subject,
                                        mapping(OutboxRow::traceParent, toSet())));
    }

    /// The header by which readers go on in the trace; none where nobody traced.
    ///
    /// @param subject as in [OutboxRow#subject()]
    List<Header> header(Object subject, String topic) {
        var filed = parents.getOrDefault(subject, Set.of());
        if (filed.isEmpty()) {
            return List.of();
        }
        var span = traces.start("send " + topic, SpanKind.PRODUCER, filed);
        span.setAttribute("messaging.system", "kafka")
                .setAttribute("messaging.operation.type", "send")
                .setAttribute("messaging.destination.name", topic);
        open.add(span);
        var text = Traces.text(span);
        return text == null ? List.of() : List.of(CloudEvent.header(Traces.HEADER, text));
    }

    void acknowledged() {
        open.forEach(Span::end);
        open.clear();
    }

    void failed(Exception e) {
        open.forEach(span -> span.setStatus(StatusCode.ERROR).recordException(e));
        acknowledged();
    }
}
