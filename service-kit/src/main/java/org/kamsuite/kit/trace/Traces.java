package org.kamsuite.kit.trace;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.api.trace.Tracer;
import io.opentelemetry.api.trace.propagation.W3CTraceContextPropagator;
import io.opentelemetry.context.Context;
import io.opentelemetry.context.propagation.TextMapGetter;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/// Goes on with a trace that a row or a record has carried here, in the form of W3C Trace Context.
///
/// What was filed in one trace goes on in it. What several filed belongs to none of them: it begins
/// a trace of its own that links to each, as OpenTelemetry asks of batches.
@ApplicationScoped
public class Traces {

    /// The header of records and requests.
    public static final String HEADER = "traceparent";

    private static final W3CTraceContextPropagator FORM = W3CTraceContextPropagator.getInstance();
    private static final TextMapGetter<Map<String, String>> GETTER = new MapGetter();

    private final Tracer tracer;

    @Inject
    Traces(Tracer tracer) {
        this.tracer = tracer;
    }

    /// The current span, or null outside of any.
    public static @Nullable String current() {
        return text(Context.current());
    }

    /// The span in the form of W3C Trace Context, or null where it is none.
    public static @Nullable String text(Span span) {
        return text(Context.root().with(span));
    }

    private static @Nullable String text(Context context) {
        var carrier = new HashMap<String, String>();
        FORM.inject(context, carrier, (headers, name, value) -> carrier.put(name, value));
        return carrier.get(HEADER);
    }

    /// Starts a span after those that caused it.
    ///
    /// @param parents as [#current()] gave them; what is malformed is left out
    public Span start(String name, SpanKind kind, Collection<String> parents) {
        var causes =
                Set.copyOf(parents).stream()
                        .map(Traces::context)
                        .filter(context -> Span.fromContext(context).getSpanContext().isValid())
                        .toList();
        var span = tracer.spanBuilder(name).setSpanKind(kind);
        if (traces(causes) == 1) {
            span.setParent(causes.getFirst());
        } else {
            span.setNoParent();
            causes.forEach(cause -> span.addLink(Span.fromContext(cause).getSpanContext()));
        }
        return span.startSpan();
    }

    /// Does work in a thread of the service's own, and ends the span: meanwhile the span is the
    /// current one, and log lines carry its ids as those of requests do.
    public static <E extends Exception> void during(Span span, Work<E> work) throws E {
        MDC.put("traceId", span.getSpanContext().getTraceId());
        MDC.put("spanId", span.getSpanContext().getSpanId());
        try (var _ = span.makeCurrent()) {
            work.run();
        } catch (Exception e) {
            span.setStatus(StatusCode.ERROR).recordException(e);
            throw e;
        } finally {
            MDC.remove("traceId");
            MDC.remove("spanId");
            span.end();
        }
    }

    private static long traces(List<Context> causes) {
        return causes.stream()
                .map(cause -> Span.fromContext(cause).getSpanContext().getTraceId())
                .distinct()
                .count();
    }

    private static Context context(String parent) {
        return FORM.extract(Context.root(), Map.of(HEADER, parent), GETTER);
    }

    /// Work that may fail.
    public interface Work<E extends Exception> {
        void run() throws E;
    }

    private static final class MapGetter implements TextMapGetter<Map<String, String>> {

        @Override
        public Iterable<String> keys(Map<String, String> carrier) {
            return carrier.keySet();
        }

        @Override
        public @Nullable String get(@Nullable Map<String, String> carrier, String name) {
            return carrier == null ? null : carrier.get(name);
        }
    }
}
