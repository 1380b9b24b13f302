package org.kamsuite.local.hostile;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// A request as it goes over the wire.
///
/// @param octets the bytes of the body, each as the character of its number, so that any bytes can
///   stand in a value
/// @param raw whether it is such that no HTTP client would send it
record Request(
        String method,
        String path,
        String query,
        Map<String, String> headers,
        @Nullable String octets,
        boolean raw) {

    static Request of(String method, String path) {
        return new Request(method, path, "", Map.of(), null, false);
    }

    byte @Nullable [] body() {
        return octets == null ? null : octets.getBytes(StandardCharsets.ISO_8859_1);
    }

    String target() {
        return query.isEmpty() ? path : path + "?" + query;
    }

    Request as(String token) {
        return with("Authorization", "Bearer " + token);
    }

    Request with(String header, String value) {
        var all = new LinkedHashMap<>(headers);
        all.put(header, value);
        return new Request(method, path, query, all, octets, raw);
    }

    Request without(String header) {
        var all = new LinkedHashMap<>(headers);
        all.remove(header);
        return new Request(method, path, query, all, octets, raw);
    }

    Request withMethod(String other) {
        return new Request(other, path, query, headers, octets, raw);
    }

    Request at(String otherPath) {
        return new Request(method, otherPath, query, headers, octets, raw);
    }

    /// With one more query parameter, both parts as they go over the wire.
    Request and(String parameter, String value) {
        return asking(
                query.isEmpty() ? parameter + "=" + value : query + "&" + parameter + "=" + value);
    }

    Request asking(String otherQuery) {
        return new Request(method, path, otherQuery, headers, octets, raw);
    }

    Request saying(String text) {
        return saying(text.getBytes(StandardCharsets.UTF_8));
    }

    Request saying(byte[] bytes) {
        var octets = new String(bytes, StandardCharsets.ISO_8859_1);
        return new Request(method, path, query, headers, octets, raw);
    }

    Request asRaw() {
        return new Request(method, path, query, headers, octets, true);
    }

    @Override
    public String toString() {
        var target = target();
        var body = body();
        var start = body == null ? "" : new String(body, StandardCharsets.UTF_8);
        return method
                + " "
                + target.substring(0, Math.min(300, target.length()))
                + " "
                + headers.keySet()
                + " "
                + start.substring(0, Math.min(300, start.length()));
    }
}
