package org.kamsuite.local.hostile;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.InetAddress;
import java.net.Socket;
import java.net.SocketException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/// Writes a request as it stands, one connection each, and reads what comes until it is closed.
final class RawWire {

    private static final int PATIENCE = 30_000;

    private RawWire() {}

    static Answer send(int port, Request request) throws IOException {
        try (var socket = new Socket(InetAddress.getLoopbackAddress(), port)) {
            socket.setSoTimeout(PATIENCE);
            var out = new ByteArrayOutputStream();
            out.writeBytes(head(request).getBytes(StandardCharsets.ISO_8859_1));
            if (request.body() != null) {
                out.writeBytes(request.body());
            }
            socket.getOutputStream().write(out.toByteArray());
            socket.getOutputStream().flush();
            return answer(read(socket));
        }
    }

    private static String head(Request request) {
        var head = new StringBuilder();
        head.append(request.method()).append(' ').append(request.target()).append(" HTTP/1.1\r\n");
        head.append("Host: localhost\r\nConnection: close\r\n");
        request.headers()
                .forEach((name, value) ->
                        head.append(name).append(": ").append(value).append("\r\n"));
        var body = request.body();
        if (body != null && !request.headers().containsKey("Content-Length")) {
            head.append("Content-Length: ").append(body.length).append("\r\n");
        }
        return head.append("\r\n").toString();
    }

    /// Reads until the connection is closed or the whole answer is here.
    private static byte[] read(Socket socket) throws IOException {
        var all = new ByteArrayOutputStream();
        var buffer = new byte[8192];
        try {
            var in = socket.getInputStream();
            for (var n = in.read(buffer); n >= 0; n = in.read(buffer)) {
                all.write(buffer, 0, n);
                if (isWhole(all.toString(StandardCharsets.ISO_8859_1))) {
                    break;
                }
            }
        } catch (SocketException e) {
            // The server may hang up on what it does not want to read; what it said is here.
        }
        return all.toByteArray();
    }

    private static boolean isWhole(String text) {
        var end = text.indexOf("\r\n\r\n");
        var length = end < 0 ? "" : header(text.substring(0, end), "content-length");
        return !length.isEmpty() && text.length() >= end + 4 + Integer.parseInt(length);
    }

    private static Answer answer(byte[] bytes) {
        var text = new String(bytes, StandardCharsets.UTF_8);
        var end = text.indexOf("\r\n\r\n");
        if (end < 0) {
            return new Answer(0, "", "", "", "no answer, but: " + text);
        }
        var head = text.substring(0, end);
        return new Answer(
                Integer.parseInt(head.substring(9, 12)),
                header(head, "content-type"),
                header(head, "etag"),
                header(head, "account-sequence"),
                text.substring(end + 4));
    }

    private static String header(String head, String name) {
        return head.lines()
                .filter(line -> line.toLowerCase(Locale.ROOT).startsWith(name + ":"))
                .map(line -> line.substring(name.length() + 1).strip())
                .findFirst()
                .orElse("");
    }
}
