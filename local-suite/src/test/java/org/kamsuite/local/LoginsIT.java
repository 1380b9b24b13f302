package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.awaitility.Awaitility.await;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.apache.kafka.clients.producer.KafkaProducer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.errors.TopicAuthorizationException;
import org.apache.kafka.common.serialization.StringSerializer;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.kamsuite.embedded.Ports;
import org.kamsuite.embedded.Postgres;

/// The suite in production's settings, at servers that let in nobody without a password and TLS.
@Tag("long")
class LoginsIT {

    @TempDir Path folder;

    private final Map<String, ServiceProcess> services = new LinkedHashMap<>();
    private int issuerPort;
    private Issuer issuer;
    private ClosedServers servers;

    @BeforeEach
    void startServers() throws Exception {
        servers = ClosedServers.start(folder);
        issuer = Issuer.of(folder);
        issuerPort = Ports.free();
        issuer.serve(issuerPort);
    }

    @AfterEach
    void stop() throws IOException {
        services.values().forEach(ServiceProcess::close);
        issuer.close();
        servers.close();
    }

    @Test
    void theSuiteWorksByTheLoginsAndRightsOfTheManifests() throws Exception {
        for (var service : Suite.SERVICES) {
            migrate(service);
            services.put(service, start(service, Map.of()));
        }
        for (var service : services.values()) {
            service.awaitReady(HttpClient.newHttpClient());
        }
        TestSuite.configure(api("account-service", "administrator"));
        Trial.writeCatalogue(api("opportunity-service", "lead"));
        var writer =
                new Writer(
                        List.of(api("account-service", "manager")),
                        1,
                        LocalDate.now(ZoneOffset.UTC));
        writer.openAccounts();
        writer.allow(100);
        writer.write(100);

        var checker =
                new Checker(
                        api("account-service", "lead"),
                        api("scoring-service", "reader"),
                        api("opportunity-service", "reader"));
        Trial.awaitConvergence(writer.model(), checker);
        checker.checkFeed(writer.model());
        assertThat(sessions())
                .contains("account true", "scoring true", "opportunity true")
                .allMatch(session -> session.endsWith(" true"));
        for (var service : services.values()) {
            assertThat(Files.readString(service.log())).doesNotContain("AuthorizationException");
        }
    }

    @Test
    void nobodyIsLetInWithoutThem() throws Exception {
        var environment = servers.environment("scoring-service", "service");
        var url = variable(environment, "QUARKUS_DATASOURCE_JDBC_URL");
        var user = variable(environment, "QUARKUS_DATASOURCE_USERNAME");
        var password = variable(environment, "QUARKUS_DATASOURCE_PASSWORD");
        DriverManager.getConnection(url, user, password).close();
        assertRefused(url, user, "guessed", "password authentication failed");
        assertRefused(url.replace("verify-full", "disable"), user, password, "no encryption");
        assertRefused(url.replace("/scoring", "/account"), user, password, "permission denied");

        try (var producer = new KafkaProducer<String, String>(client(environment))) {
            var told = producer.send(new ProducerRecord<>("accounts", "key", "value"));
            assertThatThrownBy(told::get).hasCauseInstanceOf(TopicAuthorizationException.class);
        }

        migrate("scoring-service");
        var login = variable(environment, "KAFKA_SASL_JAAS_CONFIG");
        var guessing =
                start(
                        "scoring-service",
                        Map.of(
                                "KAFKA_SASL_JAAS_CONFIG",
                                login.replaceAll("password=\"[^\"]*\"", "password=\"guessed\"")));
        services.put("scoring-service", guessing);
        await().atMost(Duration.ofMinutes(2))
                .untilAsserted(() ->
                        assertThat(Files.readString(guessing.log()))
                                .contains("failed authentication"));
        try (var client = HttpClient.newHttpClient()) {
            assertThat(guessing.isReady(client)).isFalse();
        }
        assertThat(Files.readString(guessing.log())).doesNotContain(login, password);
    }

    /// The init container of the manifests: it logs in as the owner of the schema, and ends.
    private void migrate(String service) throws IOException, InterruptedException {
        var log = folder.resolve(service + "-migration.log");
        var launch = launch(service, Ports.free());
        launch.environment().putAll(servers.environment(service, "migration"));
        var process = launch.redirectErrorStream(true).redirectOutput(log.toFile()).start();
        assertThat(process.waitFor(5, TimeUnit.MINUTES)).isTrue();
        assertThat(process.exitValue()).as(Files.readString(log)).isZero();
    }

    private ServiceProcess start(String service, Map<String, String> others) throws IOException {
        var port = Ports.free();
        var launch = launch(service, port);
        launch.environment().putAll(servers.environment(service, "service"));
        launch.environment().putAll(others);
        return ServiceProcess.start(service, port, folder.resolve(service + ".log"), launch);
    }

    private ProcessBuilder launch(String service, int port) {
        return Launch.built(TestSuite.HOME)
                .of(
                        service,
                        Map.of(
                                "quarkus.http.host",
                                "127.0.0.1",
                                "quarkus.http.port",
                                Integer.toString(port),
                                "quarkus.oidc.auth-server-url",
                                "http://localhost:" + issuerPort,
                                "quarkus.oidc.jwks-path",
                                "/jwks",
                                "quarkus.oidc.token.issuer",
                                Issuer.NAME,
                                "quarkus.oidc.token.audience",
                                Issuer.AUDIENCE));
    }

    private static Map<String, Object> client(Map<String, String> environment) {
        var properties = new HashMap<String, Object>();
        environment.forEach((name, value) -> {
            if (name.startsWith("KAFKA_")) {
                properties.put(
                        name.substring("KAFKA_".length())
                                .toLowerCase(Locale.ROOT)
                                .replace('_', '.'),
                        value);
            }
        });
        properties.put("key.serializer", StringSerializer.class);
        properties.put("value.serializer", StringSerializer.class);
        return properties;
    }

    private static void assertRefused(String url, String user, String password, String why) {
        assertThatThrownBy(() -> DriverManager.getConnection(url, user, password).close())
                .isInstanceOf(SQLException.class)
                .hasMessageContaining(why);
    }

    /// Who is logged in at the databases, and whether by TLS.
    private List<String> sessions() throws SQLException {
        var sessions = new ArrayList<String>();
        var url = servers.url("postgres");
        try (var connection = DriverManager.getConnection(url, "postgres", "");
                var statement = connection.createStatement();
                var rows =
                        statement.executeQuery(
                                """
                                select distinct a.usename || ' ' || s.ssl
                                from pg_stat_activity a join pg_stat_ssl s using (pid)
                                where a.datname = any ('{%s}')
                                """
                                        .formatted(String.join(",", Postgres.DATABASES)))) {
            while (rows.next()) {
                sessions.add(rows.getString(1));
            }
        }
        return sessions;
    }

    private Api api(String service, String roles) {
        return new Api(
                Objects.requireNonNull(services.get(service)).url(), issuer.token("test", roles));
    }

    private static String variable(Map<String, String> environment, String name) {
        return Objects.requireNonNull(environment.get(name), name);
    }
}
