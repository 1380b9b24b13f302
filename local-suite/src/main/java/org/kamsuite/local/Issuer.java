package org.kamsuite.local;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.sun.net.httpserver.HttpServer;
import io.smallrye.jwt.build.Jwt;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.security.GeneralSecurityException;
import java.security.KeyFactory;
import java.security.KeyPairGenerator;
import java.security.interfaces.RSAPrivateCrtKey;
import java.security.spec.PKCS8EncodedKeySpec;
import java.time.Duration;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Set;

/// A small issuer of tokens for one machine: its key lies in the data folder, readable by its owner
/// only.
final class Issuer implements AutoCloseable {

    static final String NAME = "kam-local-issuer";
    static final String AUDIENCE = "kam-suite";
    private static final String KEY_ID = "local";
    private static final Duration LIFETIME = Duration.ofHours(8);
    private static final Set<String> ROLES =
            Set.of("reader", "manager", "lead", "approver", "integrator", "administrator");

    private final RSAPrivateCrtKey key;
    private HttpServer server;

    private Issuer(RSAPrivateCrtKey key) throws IOException {
        this.key = key;
        this.server = HttpServer.create();
    }

    /// Reads the key of the data folder, or makes one.
    static Issuer of(Path data) throws IOException {
        var file = data.resolve("issuer.key");
        try {
            if (!Files.exists(file)) {
                var generator = KeyPairGenerator.getInstance("RSA");
                generator.initialize(2048);
                Files.createFile(
                        file,
                        PosixFilePermissions.asFileAttribute(
                                PosixFilePermissions.fromString("rw-------")));
                Files.write(file, generator.generateKeyPair().getPrivate().getEncoded());
            }
            var key =
                    KeyFactory.getInstance("RSA")
                            .generatePrivate(new PKCS8EncodedKeySpec(Files.readAllBytes(file)));
            return new Issuer((RSAPrivateCrtKey) key);
        } catch (GeneralSecurityException e) {
            throw new Trouble(
                    "The key " + file + " cannot be read; remove it to have a new one", e);
        }
    }

    /// A token of a caller with roles, separated by commas.
    String token(String caller, String roles) {
        var wanted = Arrays.asList(roles.split(","));
        if (!ROLES.containsAll(wanted)) {
            throw new Trouble("A role is one of " + ROLES + ", not " + roles);
        }
        return Jwt.issuer(NAME)
                .audience(AUDIENCE)
                .subject(caller)
                .claim("preferred_username", caller)
                .claim("roles", wanted)
                .expiresIn(LIFETIME)
                .jws()
                .keyId(KEY_ID)
                .sign(key);
    }

    /// Offers the public key at `/jwks`.
    void serve(int port) throws IOException {
        var body = jwks().getBytes(StandardCharsets.UTF_8);
        server =
                HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), 0);
        server.createContext(
                "/jwks",
                exchange -> {
                    exchange.getResponseHeaders().set("Content-Type", "application/json");
                    exchange.sendResponseHeaders(200, body.length);
                    exchange.getResponseBody().write(body);
                    exchange.close();
                });
        server.start();
    }

    private String jwks() throws IOException {
        return new ObjectMapper()
                .writeValueAsString(
                        Map.of(
                                "keys",
                                List.of(
                                        Map.of(
                                                "kty",
                                                "RSA",
                                                "use",
                                                "sig",
                                                "alg",
                                                "RS256",
                                                "kid",
                                                KEY_ID,
                                                "n",
                                                number(key.getModulus().toByteArray()),
                                                "e",
                                                number(key.getPublicExponent().toByteArray())))));
    }

    private static String number(byte[] bytes) {
        var start = bytes.length > 1 && bytes[0] == 0 ? 1 : 0;
        return Base64.getUrlEncoder()
                .withoutPadding()
                .encodeToString(Arrays.copyOfRange(bytes, start, bytes.length));
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
