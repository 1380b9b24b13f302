package org.kamsuite.local;

import io.smallrye.certs.CertificateGenerator;
import io.smallrye.certs.CertificateRequest;
import io.smallrye.certs.Format;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.stream.Collectors;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.ScramCredentialInfo;
import org.apache.kafka.clients.admin.ScramMechanism;
import org.apache.kafka.clients.admin.UserScramCredentialAlteration;
import org.apache.kafka.clients.admin.UserScramCredentialUpsertion;
import org.kamsuite.embedded.Broker;
import org.kamsuite.embedded.Ports;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.local.deploy.Production;

/// A PostgreSQL and a Kafka as production has them: TLS, passwords, and no more rights than the
/// manifests give.
final class ClosedServers implements AutoCloseable {

    private static final int ITERATIONS = 4096;

    private final Path folder;
    private final Postgres postgres;
    private final Broker broker;
    private final int databasePort;
    private final int loginPort;
    private final Map<String, String> secrets = new HashMap<>();

    private ClosedServers(
            Path folder, Postgres postgres, Broker broker, int databasePort, int loginPort) {
        this.folder = folder;
        this.postgres = postgres;
        this.broker = broker;
        this.databasePort = databasePort;
        this.loginPort = loginPort;
    }

    /// Starts them in an empty folder, with the logins of the three services.
    static ClosedServers start(Path folder) throws Exception {
        new CertificateGenerator(folder, true)
                .generate(
                        new CertificateRequest()
                                .withName("server")
                                .withFormat(Format.PEM)
                                .withSubjectAlternativeName("DNS:localhost"));
        var key = folder.resolve("server.key");
        Files.setPosixFilePermissions(key, PosixFilePermissions.fromString("rw-------"));
        var databasePort = Ports.free();
        var postgres = startPostgres(folder, databasePort);
        try {
            var loginPort = Ports.free();
            var servers =
                    new ClosedServers(
                            folder,
                            postgres,
                            startBroker(folder, loginPort),
                            databasePort,
                            loginPort);
            servers.makeDatabases();
            servers.makeUsers();
            return servers;
        } catch (Exception e) {
            postgres.close();
            throw e;
        }
    }

    private static Postgres startPostgres(Path folder, int port) throws IOException {
        var rules =
                Files.writeString(
                        folder.resolve("pg_hba.conf"),
                        """
                        host    all postgres all trust
                        hostssl all all      all scram-sha-256
                        """);
        return Postgres.startEmpty(
                folder.resolve("postgres"),
                folder.resolve("postgres.log"),
                port,
                Map.of(
                        "ssl", "on",
                        "ssl_cert_file", folder.resolve("server.crt").toString(),
                        "ssl_key_file", folder.resolve("server.key").toString(),
                        "hba_file", rules.toString()));
    }

    private static Broker startBroker(Path folder, int loginPort) throws IOException {
        var port = Ports.free();
        var controllerPort = Ports.free();
        var chain =
                Files.writeString(
                        folder.resolve("broker.pem"),
                        Files.readString(folder.resolve("server.key"))
                                + Files.readString(folder.resolve("server.crt")));
        var listeners = "PLAINTEXT://localhost:" + port + ",LOGIN://localhost:" + loginPort;
        var settings = new HashMap<String, String>();
        settings.put("listeners", listeners + ",CONTROLLER://localhost:" + controllerPort);
        settings.put("advertised.listeners", listeners);
        settings.put(
                "listener.security.protocol.map",
                "PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT,LOGIN:SASL_SSL");
        settings.put("sasl.enabled.mechanisms", "SCRAM-SHA-512");
        settings.put(
                "listener.name.login.scram-sha-512.sasl.jaas.config",
                "org.apache.kafka.common.security.scram.ScramLoginModule required;");
        settings.put("ssl.keystore.type", "PEM");
        settings.put("ssl.keystore.location", chain.toString());
        settings.put(
                "authorizer.class.name", "org.apache.kafka.metadata.authorizer.StandardAuthorizer");
        settings.put("super.users", "User:ANONYMOUS");
        return Broker.start(
                folder.resolve("kafka"),
                folder.resolve("kafka.log"),
                port,
                controllerPort,
                settings);
    }

    /// As `deploy/database.sql` says, which psql runs elsewhere.
    private void makeDatabases() throws IOException, SQLException {
        var script =
                Files.readString(TestSuite.HOME.resolve("deploy/database.sql"))
                        .lines()
                        .filter(line -> !line.startsWith("--") && !line.startsWith("\\"))
                        .collect(Collectors.joining("\n"));
        for (var database : Postgres.DATABASES) {
            var owner = Postgres.owner(database);
            var statements =
                    script.replace(
                                    ":'owner_password'",
                                    "'" + login(database, owner, "-owner") + "'")
                            .replace(":'password'", "'" + login(database, database, "") + "'")
                            .replace(":\"owner\"", owner)
                            .replace(":\"database\"", database);
            for (var statement : statements.split(";", -1)) {
                if (!statement.isBlank()) {
                    Postgres.execute(postgres.url("postgres"), statement);
                }
            }
        }
    }

    /// Keeps the login of a role as the Secret that the manifests name; the answer is its password.
    private String login(String database, String role, String suffix) {
        var secret = database + "-service-database" + suffix;
        var password = UUID.randomUUID().toString();
        secrets.put(secret + "/username", role);
        secrets.put(secret + "/password", password);
        return password;
    }

    private void makeUsers() throws ExecutionException, InterruptedException {
        var rights = Production.rights();
        try (var admin = Admin.create(Map.of("bootstrap.servers", broker.servers()))) {
            for (var user : rights.entrySet()) {
                var password = UUID.randomUUID().toString();
                secrets.put(user.getKey() + "/sasl.jaas.config", login(user.getKey(), password));
                List<UserScramCredentialAlteration> credentials =
                        List.of(
                                new UserScramCredentialUpsertion(
                                        user.getKey(),
                                        new ScramCredentialInfo(
                                                ScramMechanism.SCRAM_SHA_512, ITERATIONS),
                                        password));
                admin.alterUserScramCredentials(credentials).all().get();
                admin.createAcls(user.getValue()).all().get();
            }
        }
    }

    private static String login(String user, String password) {
        return "org.apache.kafka.common.security.scram.ScramLoginModule required username=\"%s\" password=\"%s\";"
                .formatted(user, password);
    }

    /// What the manifests put into the environment of a container, with these servers' addresses.
    Map<String, String> environment(String service, String container) {
        var environment = Production.environment(service, container, secrets);
        environment.replaceAll((name, value) ->
                value.replaceAll("//[a-z-]+-database-rw:5432", "//localhost:" + databasePort)
                        .replace("/etc/kam/database/ca.crt", authority())
                        .replace("/etc/kam/kafka/ca.crt", authority()));
        environment.put("KAFKA_BOOTSTRAP_SERVERS", "localhost:" + loginPort);
        return environment;
    }

    private String authority() {
        return folder.resolve("server-ca.crt").toString();
    }

    /// The JDBC address of a database, as who may do everything sees it.
    String url(String database) {
        return postgres.url(database);
    }

    @Override
    public void close() throws IOException {
        broker.close();
        postgres.close();
    }
}
