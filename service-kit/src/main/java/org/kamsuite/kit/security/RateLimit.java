package org.kamsuite.kit.security;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import io.github.bucket4j.Bucket;
import io.github.bucket4j.ConsumptionProbe;
import jakarta.inject.Inject;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.time.Duration;

/// Lets each caller send so many requests, and says how many are left
/// (draft-ietf-httpapi-ratelimit-headers-10).
@Provider
public class RateLimit implements ContainerRequestFilter, ContainerResponseFilter {

    private static final String PROBE = RateLimit.class.getName();

    private final RateLimitConfig config;
    private final Caller caller;
    private final LoadingCache<String, Bucket> buckets;

    @Inject
    RateLimit(RateLimitConfig config, Caller caller) {
        this.config = config;
        this.caller = caller;
        this.buckets =
                Caffeine.newBuilder().maximumSize(config.callers()).build(name -> bucket(config));
    }

    private static Bucket bucket(RateLimitConfig config) {
        return Bucket.builder()
                .addLimit(limit ->
                        limit.capacity(config.burst())
                                .refillGreedy(config.requestsPerSecond(), Duration.ofSeconds(1)))
                .build();
    }

    @Override
    public void filter(ContainerRequestContext request) {
        var probe = buckets.get(caller.name()).tryConsumeAndReturnRemaining(1);
        request.setProperty(PROBE, probe);
        if (!probe.isConsumed()) {
            throw new TooManyRequests(caller.name(), config.requestsPerSecond(), config.burst());
        }
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        if (!(request.getProperty(PROBE) instanceof ConsumptionProbe probe)) {
            return;
        }
        var headers = response.getHeaders();
        headers.putSingle(
                "RateLimit-Policy",
                "\"caller\";q=%d;w=%d"
                        .formatted(
                                config.burst(),
                                Math.ceilDiv(config.burst(), config.requestsPerSecond())));
        headers.putSingle(
                "RateLimit",
                "\"caller\";r=%d;t=%d"
                        .formatted(
                                probe.getRemainingTokens(),
                                seconds(probe.getNanosToWaitForReset())));
        if (!probe.isConsumed()) {
            headers.putSingle(HttpHeaders.RETRY_AFTER, seconds(probe.getNanosToWaitForRefill()));
        }
    }

    /// Whole seconds after which it is sure to be so.
    private static long seconds(long nanos) {
        return Math.ceilDiv(nanos, Duration.ofSeconds(1).toNanos());
    }
}
