package org.kamsuite.kit.idempotency;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.Priority;
import jakarta.inject.Inject;
import jakarta.interceptor.AroundInvoke;
import jakarta.interceptor.Interceptor;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.resteasy.reactive.ResponseStatus;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.rest.AnswerJson;
import org.kamsuite.kit.rest.EntityTags;
import org.kamsuite.kit.rest.Identified;
import org.kamsuite.kit.rest.Versioned;
import org.kamsuite.kit.rest.WrittenSequence;
import org.kamsuite.kit.security.Caller;

/// Runs the method and stores its answer in one transaction, or gives the stored answer.
@Idempotent
@Interceptor
@Priority(Interceptor.Priority.PLATFORM_BEFORE + 100)
class IdempotencyInterceptor {

    private static final String HEADER = "Idempotency-Key";
    private static final int LONGEST = 200;

    private final IdempotencyKeys keys;
    private final HttpHeaders headers;
    private final UriInfo uri;
    private final Caller caller;
    private final WrittenSequence written;
    private final EntityTags tags;
    private final ObjectMapper json;

    @Inject
    IdempotencyInterceptor(
            IdempotencyKeys keys,
            HttpHeaders headers,
            UriInfo uri,
            Caller caller,
            WrittenSequence written,
            EntityTags tags,
            AnswerJson answers) {
        this.keys = keys;
        this.headers = headers;
        this.uri = uri;
        this.caller = caller;
        this.written = written;
        this.tags = tags;
        this.json = answers.getContext(Object.class);
    }

    @AroundInvoke
    Object once(InvocationContext call) throws Exception {
        var key = headers.getHeaderString(HEADER);
        if (key == null) {
            return call.proceed();
        }
        if (key.isBlank() || key.length() > LONGEST) {
            throw new Invalid(HEADER, HEADER + " has 1 to " + LONGEST + " characters");
        }
        var scope = new IdempotencyKeys.Scope(caller.name(), uri.getPath(), key);
        return QuarkusTransaction.requiringNew().call(() -> answer(call, scope));
    }

    private @Nullable Object answer(InvocationContext call, IdempotencyKeys.Scope scope)
            throws Exception {
        if (!keys.lock(scope)) {
            throw new Conflict(
                    "request-in-progress",
                    "The same request is being answered",
                    "A request with the " + HEADER + " " + scope.key() + " is being answered");
        }
        var request = new RequestDigest(call, json);
        var stored = keys.find(scope);
        if (stored.isPresent()) {
            if (!stored.get().requestHash().equals(request.hash())) {
                throw new Unprocessable(
                        "idempotency-key-reused",
                        "The "
                                + HEADER
                                + " "
                                + scope.key()
                                + " was used with another request to this route");
            }
            throw new Replay(stored.get());
        }
        var answer = call.proceed();
        keys.store(scope, stored(call, request.hash(), answer));
        return answer;
    }

    private StoredAnswer stored(InvocationContext call, String hash, @Nullable Object answer)
            throws JsonProcessingException {
        var status = call.getMethod().getAnnotation(ResponseStatus.class);
        var code = status != null ? status.value() : answer == null ? 204 : 200;
        return new StoredAnswer(
                hash,
                code,
                answer == null ? null : json.writeValueAsString(answer),
                answer instanceof Versioned versioned ? tags.of(versioned) : null,
                code == 201 && answer instanceof Identified created
                        ? uri.getAbsolutePath().getRawPath() + "/" + created.id()
                        : null,
                written.header().orElse(null));
    }
}
