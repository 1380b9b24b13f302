package org.kamsuite.kit.trace;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.sdk.testing.exporter.InMemorySpanExporter;
import io.opentelemetry.sdk.trace.SdkTracerProvider;
import io.opentelemetry.sdk.trace.data.LinkData;
import io.opentelemetry.sdk.trace.export.SimpleSpanProcessor;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Test;

class TracesTest {

    private static final String ONE = "00-0af7651916cd43dd8448eb211c80319c-b7ad6b7169203331-01";
    private static final String SAME_TRACE =
            "00-0af7651916cd43dd8448eb211c80319c-00f067aa0ba902b7-01";
    private static final String OTHER = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    private final InMemorySpanExporter exported = InMemorySpanExporter.create();
    private final Traces traces =
            new Traces(
                    SdkTracerProvider.builder()
                            .addSpanProcessor(SimpleSpanProcessor.create(exported))
                            .build()
                            .get("test"));

    @Test
    void whatOneTraceFiledGoesOnInIt() {
        traces.start("send", SpanKind.PRODUCER, List.of(ONE, SAME_TRACE, ONE)).end();

        var span = exported.getFinishedSpanItems().getFirst();
        assertThat(span.getTraceId()).isEqualTo("0af7651916cd43dd8448eb211c80319c");
        assertThat(span.getParentSpanId()).isIn("b7ad6b7169203331", "00f067aa0ba902b7");
    }

    @Test
    void whatSeveralTracesFiledLinksToEach() {
        traces.start("process", SpanKind.CONSUMER, List.of(ONE, OTHER)).end();

        var span = exported.getFinishedSpanItems().getFirst();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks())
                .extracting(LinkData::getSpanContext)
                .extracting(cause -> cause.getTraceId())
                .containsExactlyInAnyOrder(
                        "0af7651916cd43dd8448eb211c80319c", "4bf92f3577b34da6a3ce929d0e0e4736");
    }

    @Test
    void aMalformedParentIsNone() {
        traces.start("process", SpanKind.CONSUMER, List.of("00-0-0-00", "'; drop table")).end();

        var span = exported.getFinishedSpanItems().getFirst();
        assertThat(span.getParentSpanContext().isValid()).isFalse();
        assertThat(span.getLinks()).isEmpty();
    }

    @Test
    void theCurrentSpanIsGivenOnDuringTheWorkOnly() {
        var span = traces.start("compute", SpanKind.INTERNAL, List.of(ONE));

        Traces.during(
                span,
                () -> {
                    assertThat(Traces.current()).isEqualTo(Traces.text(span));
                    assertThat(Objects.requireNonNull(Traces.current()))
                            .startsWith("00-0af7651916cd43dd8448eb211c80319c-");
                });

        assertThat(Traces.current()).isNull();
        assertThat(Traces.text(Span.getInvalid())).isNull();
    }

    @Test
    void aFailureIsNotedAndGoesOn() {
        var span = traces.start("compute", SpanKind.INTERNAL, List.of());

        assertThatThrownBy(() ->
                        Traces.during(
                                span,
                                () -> {
                                    throw new IllegalStateException("no facts");
                                }))
                .hasMessage("no facts");

        assertThat(exported.getFinishedSpanItems().getFirst().getStatus().getStatusCode())
                .isEqualTo(StatusCode.ERROR);
    }
}
