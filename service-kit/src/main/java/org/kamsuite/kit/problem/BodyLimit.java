package org.kamsuite.kit.problem;

import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.RouteConstants;
import io.vertx.ext.web.Router;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.time.Duration;
import java.util.regex.Pattern;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jspecify.annotations.Nullable;

/// Answers a body that is too large, or comes too slowly, as a problem.
///
/// The server itself would only cut it off, and waits as long as a byte comes now and then, while
/// the request holds a place among those in work. Rows of an import are read one by one and may be
/// as many as the server takes; every other body is held in memory and has a limit of its own.
@Provider
public class BodyLimit implements ContainerRequestFilter {

    private static final String SERVERS_OWN_LIMIT = "io.quarkus.max-request-size";
    private static final String SERVER_WAITED = "Read timed out";

    private static final Pattern ROWS =
            Pattern.compile(
                    "\\s*(text/csv|application/x-ndjson)\\s*(;.*)?", Pattern.CASE_INSENSITIVE);

    private final BodyConfig config;
    private final long mostOfRows;

    @Inject
    BodyLimit(
            BodyConfig config,
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize mostOfRows) {
        this.config = config;
        this.mostOfRows = mostOfRows.asLongValue();
    }

    private long limit(@Nullable String contentType) {
        return isOfRows(contentType) ? mostOfRows : config.maxBodySize().asLongValue();
    }

    private static boolean isOfRows(@Nullable String contentType) {
        return contentType != null && ROWS.matcher(contentType).matches();
    }

    void register(@Observes Router router) {
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT - 1).handler(this::announced);
        router.route().order(RouteConstants.ROUTE_ORDER_UPLOAD_LIMIT + 1).handler(this::unknown);
    }

    private void announced(RoutingContext context) {
        var length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        var limit = limit(context.request().getHeader(HttpHeaders.CONTENT_TYPE));
        if (length != null && length.matches("[0-9]{1,18}") && Long.parseLong(length) > limit) {
            UnreadBody.closeAfterAnswer(context);
            context.fail(413);
        } else {
            context.next();
        }
    }

    /// A body of unknown length is counted while a resource reads it.
    private void unknown(RoutingContext context) {
        if (context.request().getHeader(HttpHeaders.CONTENT_LENGTH) == null) {
            context.remove(SERVERS_OWN_LIMIT);
        }
        context.next();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        if (request.getHeaderString(HttpHeaders.CONTENT_LENGTH) != null
                || request.getHeaderString("Transfer-Encoding") != null) {
            var type = request.getHeaderString(HttpHeaders.CONTENT_TYPE);
            var within = isOfRows(type) ? config.rowsWithin() : config.bodyWithin();
            request.setEntityStream(new Watched(request.getEntityStream(), limit(type), within));
        }
    }

    private static final class Watched extends FilterInputStream {

        private final long limit;
        private final Duration within;
        private final long begun = System.nanoTime();
        private long count;
        private boolean refused;

        Watched(InputStream body, long limit, Duration within) {
            super(body);
            this.limit = limit;
            this.within = within;
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xff;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = inTime(buffer, offset, length);
            if (read > 0) {
                count(read);
            }
            return read;
        }

        /// The server closes the connection when it has waited for the next byte for long.
        private int inTime(byte[] buffer, int offset, int length) throws IOException {
            try {
                return super.read(buffer, offset, length);
            } catch (IOException e) {
                if (SERVER_WAITED.equals(e.getMessage())) {
                    throw refused(new BodyTooSlow());
                }
                throw e;
            }
        }

        /// The rest of a body that is refused is not waited for.
        @Override
        public void close() throws IOException {
            if (!refused) {
                super.close();
            }
        }

        private void count(int read) {
            count += read;
            if (count > limit) {
                throw refused(new BodyTooLarge(limit));
            }
            if (System.nanoTime() - begun > within.toNanos()) {
                throw refused(new BodyTooSlow());
            }
        }

        private Rejection refused(Rejection why) {
            refused = true;
            UnreadBody.closeAfterAnswer(CurrentRequestManager.get().unwrap(RoutingContext.class));
            return why;
        }
    }
}
