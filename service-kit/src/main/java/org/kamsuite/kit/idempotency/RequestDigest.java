package org.kamsuite.kit.idempotency;

import com.fasterxml.jackson.databind.ObjectMapper;
import jakarta.interceptor.InvocationContext;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.security.DigestInputStream;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import org.jspecify.annotations.Nullable;

/// What a request says, not how it is written: the values that the method is called with. A stream
/// is told by its bytes, once the method has read it or nobody will.
final class RequestDigest {

    private final InvocationContext call;
    private final ObjectMapper json;

    /// Makes the method read its streams through a digest.
    RequestDigest(InvocationContext call, ObjectMapper json) throws NoSuchAlgorithmException {
        this.call = call;
        this.json = json;
        var values = call.getParameters().clone();
        for (var i = 0; i < values.length; i++) {
            if (values[i] instanceof InputStream stream) {
                values[i] = new Overheard(stream);
            }
        }
        call.setParameters(values);
    }

    String hash() throws IOException, NoSuchAlgorithmException {
        var declared = call.getMethod().getParameters();
        var said = new ArrayList<@Nullable Object>();
        for (var i = 0; i < declared.length; i++) {
            if (!declared[i].isAnnotationPresent(Context.class)) {
                said.add(told(call.getParameters()[i]));
            }
        }
        var text = json.writeValueAsString(said);
        return HexFormat.of()
                .formatHex(
                        MessageDigest.getInstance("SHA-256")
                                .digest(text.getBytes(StandardCharsets.UTF_8)));
    }

    private static @Nullable Object told(@Nullable Object value) throws IOException {
        if (!(value instanceof DigestInputStream stream)) {
            return value;
        }
        stream.transferTo(OutputStream.nullOutputStream());
        return HexFormat.of().formatHex(stream.getMessageDigest().digest());
    }

    /// Stays open, so that what the method leaves unread is told too.
    private static final class Overheard extends DigestInputStream {

        Overheard(InputStream stream) throws NoSuchAlgorithmException {
            super(stream, MessageDigest.getInstance("SHA-256"));
        }

        @Override
        public void close() {}
    }
}
