package org.kamsuite.embedded;

import io.quarkus.test.common.QuarkusTestResourceLifecycleManager;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Starts PostgreSQL and Kafka for the tests of one service and tells it where they are.
public final class ServersForTests implements QuarkusTestResourceLifecycleManager {

    private String database = "account";
    private @Nullable Postgres postgres;
    private @Nullable Broker broker;

    @Override
    public void init(Map<String, String> arguments) {
        database = arguments.getOrDefault("database", "account");
    }

    @Override
    public Map<String, String> start() {
        try {
            var folder = Files.createTempDirectory("kam-test-");
            postgres =
                    Postgres.start(folder.resolve("postgres"), folder.resolve("postgres.log"), 0);
            broker = startBroker(folder);
            return Map.of(
                    "quarkus.datasource.jdbc.url", postgres.url(database),
                    "quarkus.datasource.username", database,
                    "quarkus.flyway.username", Postgres.owner(database),
                    "quarkus.flyway.password", Postgres.ANY_PASSWORD,
                    "kafka.bootstrap.servers", broker.servers(),
                    "quarkus.oidc.public-key", TestTokens.publicKey(),
                    "quarkus.oidc.token.issuer", TestTokens.ISSUER);
        } catch (IOException e) {
            throw new UncheckedIOException("The servers for the tests did not start", e);
        }
    }

    private static Broker startBroker(Path folder) throws IOException {
        return Broker.start(
                folder.resolve("kafka"), folder.resolve("kafka.log"), Ports.free(), Ports.free());
    }

    @Override
    public void stop() {
        if (broker != null) {
            broker.close();
        }
        if (postgres != null) {
            try {
                postgres.close();
            } catch (IOException e) {
                throw new UncheckedIOException("PostgreSQL did not stop", e);
            }
        }
    }
}
