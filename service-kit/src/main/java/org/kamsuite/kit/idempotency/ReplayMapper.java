package org.kamsuite.kit.idempotency;

import jakarta.inject.Inject;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;
import org.kamsuite.kit.rest.WrittenSequence;

/// Answers a retry with the stored answer.
@Provider
public class ReplayMapper implements ExceptionMapper<Replay> {

    private final WrittenSequence written;

    @Inject
    ReplayMapper(WrittenSequence written) {
        this.written = written;
    }

    @Override
    public Response toResponse(Replay replay) {
        var answer = replay.answer();
        written.repeat(answer.accountSequence());
        return Response.status(answer.status())
                .type(MediaType.APPLICATION_JSON)
                .entity(answer.body())
                .header(HttpHeaders.ETAG, answer.etag())
                .header(HttpHeaders.LOCATION, answer.location())
                .header("Idempotency-Replayed", "true")
                .build();
    }
}
