package org.kamsuite.kit.rest;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.io.CharConversionException;
import java.io.FilterInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.ByteBuffer;
import java.nio.CharBuffer;
import java.nio.charset.CharsetDecoder;
import java.nio.charset.StandardCharsets;

/// Reads JSON only as UTF-8: the parser itself lets through zero characters and half surrogates in
/// disguise.
@Provider
public class Utf8Only implements ContainerRequestFilter {

    @Override
    public void filter(ContainerRequestContext request) {
        if (isJson(String.valueOf(request.getHeaderString(HttpHeaders.CONTENT_TYPE)))
                && request.hasEntity()) {
            request.setEntityStream(new Checked(request.getEntityStream()));
        }
    }

    private static boolean isJson(String type) {
        return type.startsWith("application/json") || type.contains("+json");
    }

    /// Passes bytes on once they are seen to be UTF-8.
    static final class Checked extends FilterInputStream {

        private final CharsetDecoder decoder = StandardCharsets.UTF_8.newDecoder();
        private final CharBuffer decoded = CharBuffer.allocate(1024);
        private ByteBuffer begun = ByteBuffer.allocate(0);

        Checked(InputStream body) {
            super(body);
        }

        @Override
        public int read() throws IOException {
            var one = new byte[1];
            return read(one, 0, 1) < 0 ? -1 : one[0] & 0xFF;
        }

        @Override
        public int read(byte[] buffer, int offset, int length) throws IOException {
            var read = super.read(buffer, offset, length);
            check(ByteBuffer.wrap(buffer, offset, Math.max(read, 0)), read < 0);
            return read;
        }

        private void check(ByteBuffer bytes, boolean last) throws CharConversionException {
            var all = begun.hasRemaining() ? joined(begun, bytes) : bytes;
            for (var result = decoder.decode(all, decoded, last);
                    !result.isUnderflow();
                    result = decoder.decode(all, decoded, last)) {
                if (result.isError()) {
                    throw new CharConversionException("The body is not in UTF-8");
                }
                decoded.clear();
            }
            decoded.clear();
            begun = joined(ByteBuffer.allocate(0), all);
        }

        private static ByteBuffer joined(ByteBuffer first, ByteBuffer second) {
            return ByteBuffer.allocate(first.remaining() + second.remaining())
                    .put(first)
                    .put(second)
                    .flip();
        }
    }
}
