package org.kamsuite.local;

import java.io.IOException;
import java.io.PrintStream;
import java.net.http.HttpClient;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.OverlappingFileLockException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.kafka.common.KafkaException;
import org.jspecify.annotations.Nullable;
import org.kamsuite.embedded.Broker;
import org.kamsuite.embedded.Freeze;
import org.kamsuite.embedded.Ports;
import org.kamsuite.embedded.Postgres;
import org.kamsuite.embedded.Topics;
import org.kamsuite.local.data.Api;

/// The running suite: PostgreSQL, Kafka, the issuer and the three services.
public final class Suite implements AutoCloseable {

    /// The names of the three services.
    public static final List<String> SERVICES =
            Stream.of(Member.values()).filter(Member::isService).map(Member::title).toList();

    private static final int POSTGRES_ATTEMPTS = 20;

    /// The services read it too.
    private static final String PASSWORD = "QUARKUS_DATASOURCE_PASSWORD";

    private static final long MEGABYTES_NEEDED = 500;

    private final Launch launch;
    private final Options options;
    private final Progress progress;
    private final Deque<AutoCloseable> running = new ArrayDeque<>();
    private final Map<Member, ServiceProcess> services = new EnumMap<>(Member.class);
    private final HttpClient client = HttpClient.newHttpClient();
    private @Nullable Issuer issuer;
    private @Nullable Postgres postgres;
    private @Nullable Broker broker;
    private String databases = "";
    private String brokers = "";
    private volatile boolean closed;

    Suite(Path home, Options options, Progress progress) {
        this(Launch.built(home), options, progress);
    }

    /// Its services are launched in another way.
    Suite(Launch launch, Options options, Progress progress) {
        this.launch = launch;
        this.options = options;
        this.progress = progress;
    }

    /// A suite without data whose services are launched in another way; not yet started.
    ///
    /// @param data its data folder
    /// @param portBase the number below its ports
    public static Suite of(Launch launch, Path data, int portBase, PrintStream out) {
        var arguments =
                List.of(
                        "--no-demo",
                        "--data",
                        data.toString(),
                        "--port-base",
                        Integer.toString(portBase));
        return new Suite(launch, Options.of(data, arguments), new Progress(out));
    }

    /// Starts everything and returns when all services are ready.
    public void start() throws IOException, InterruptedException {
        startServers();
        for (var member : Member.values()) {
            if (member.isService()) {
                services.put(
                        member,
                        startService(
                                launch, member, member.title(), options.port(member), Map.of()));
            }
        }
        for (var service : services.values()) {
            progress.step("waiting for " + service.title());
            service.awaitReady(client);
        }
    }

    /// Starts what the services stand on: issuer, PostgreSQL and Kafka.
    void startServers() throws IOException {
        prepareData();
        requireFreePorts();
        RunningSuite.note(options.data(), options.portBase());
        startIssuer();
        databases = startPostgres();
        brokers = startKafka();
    }

    private void prepareData() throws IOException {
        try {
            Files.createDirectories(options.data().resolve("logs"));
            var channel =
                    FileChannel.open(
                            options.data().resolve("lock"),
                            StandardOpenOption.CREATE,
                            StandardOpenOption.WRITE);
            running.push(channel);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw new Trouble(
                        "The data folder " + options.data() + " is in use by another suite");
            }
            requireRoom();
        } catch (OverlappingFileLockException e) {
            throw new Trouble("The data folder " + options.data() + " is in use", e);
        } catch (IOException e) {
            throw new Trouble(
                    "The data folder " + options.data() + " cannot be written: " + e.getMessage(),
                    e);
        }
    }

    private void requireRoom() throws IOException {
        var room = Files.getFileStore(options.data()).getUsableSpace() >> 20;
        if (room < MEGABYTES_NEEDED) {
            throw new Trouble(
                    "The disk of the data folder %s has %d MB left; the suite needs %d"
                            .formatted(options.data(), room, MEGABYTES_NEEDED));
        }
    }

    private void requireFreePorts() {
        for (var member : Member.values()) {
            if (!isElsewhere(member) && !Ports.isFree(options.port(member))) {
                throw new Trouble(
                        "The port "
                                + options.port(member)
                                + " for "
                                + member.title()
                                + " is taken; choose others with --port-base");
            }
        }
    }

    private boolean isElsewhere(Member member) {
        return switch (member) {
            case POSTGRES -> options.postgres() != null;
            case KAFKA, KAFKA_CONTROLLER -> options.kafka() != null;
            case ACCOUNT, SCORING, OPPORTUNITY, ISSUER -> false;
        };
    }

    private void startIssuer() throws IOException {
        issuer = Issuer.of(options.data());
        issuer.serve(options.port(Member.ISSUER));
        running.push(issuer);
    }

    private String startPostgres() throws IOException {
        if (options.postgres() != null) {
            requireDatabases(options.postgres());
            return options.postgres();
        }
        progress.step("starting PostgreSQL");
        var port = options.port(Member.POSTGRES);
        try {
            postgres = Postgres.start(options.data().resolve("postgres"), log("postgres"), port);
        } catch (IOException e) {
            throw new Trouble(
                    "PostgreSQL did not start on "
                            + options.data().resolve("postgres")
                            + ": "
                            + e.getMessage(),
                    e);
        }
        running.push(postgres);
        return "jdbc:postgresql://localhost:" + port;
    }

    /// Each service finds its own database on a server that is not ours.
    private static void requireDatabases(String server) {
        for (var member : Member.values()) {
            if (member.isService()) {
                requireDatabase(server + "/" + member.database(), member.database());
            }
        }
    }

    private static void requireDatabase(String url, String user) {
        var password = System.getenv().getOrDefault(PASSWORD, "");
        try {
            DriverManager.getConnection(url, user, password).close();
        } catch (SQLException e) {
            throw new Trouble(
                    "The database %s does not let the user %s in (password from %s): %s"
                            .formatted(url, user, PASSWORD, e.getMessage()),
                    e);
        }
    }

    private String startKafka() throws IOException {
        if (options.kafka() != null) {
            requireTopics(options.kafka());
            return options.kafka();
        }
        progress.step("starting Kafka");
        broker = startBroker();
        return broker.servers();
    }

    private static void requireTopics(String servers) {
        try {
            Topics.create(servers);
        } catch (IllegalStateException | KafkaException e) {
            throw new Trouble("The topics could not be created on the Kafka servers " + servers, e);
        }
    }

    private Broker startBroker() throws IOException {
        try {
            var started =
                    Broker.start(
                            options.data().resolve("kafka"),
                            log("kafka"),
                            options.port(Member.KAFKA),
                            options.port(Member.KAFKA_CONTROLLER));
            running.push(started);
            return started;
        } catch (IllegalStateException e) {
            throw new Trouble(String.valueOf(e.getMessage()), e);
        }
    }

    private ServiceProcess startService(
            Launch how, Member member, String name, int port, Map<String, String> more)
            throws IOException {
        progress.step("starting " + name);
        var settings = new HashMap<String, String>();
        settings.put("quarkus.profile", "local");
        settings.put("quarkus.http.host", "127.0.0.1");
        settings.put("quarkus.http.port", Integer.toString(port));
        settings.put("quarkus.datasource.jdbc.url", database(member.database()));
        settings.put("quarkus.datasource.username", member.database());
        if (options.postgres() == null) {
            settings.put("quarkus.flyway.username", Postgres.owner(member.database()));
            settings.put("quarkus.flyway.password", Postgres.ANY_PASSWORD);
        }
        settings.put("kafka.bootstrap.servers", brokers);
        settings.put(
                "quarkus.oidc.auth-server-url", "http://localhost:" + options.port(Member.ISSUER));
        settings.put("quarkus.oidc.jwks-path", "/jwks");
        settings.put("quarkus.oidc.token.issuer", Issuer.NAME);
        settings.put("quarkus.oidc.token.audience", Issuer.AUDIENCE);
        settings.put("quarkus.swagger-ui.enabled", "true");
        // Whoever loads data or measures is one caller.
        settings.put("kam.rate-limit.requests-per-second", "1000000");
        settings.put("kam.rate-limit.burst", "1000000");
        if (options.traces() != null) {
            settings.put("quarkus.otel.exporter.otlp.endpoint", options.traces());
            settings.put("quarkus.otel.exporter.otlp.protocol", "http/protobuf");
            settings.put("quarkus.otel.traces.sampler.arg", "1.0");
        }
        if (options.businessDate() != null) {
            settings.put("kam.business-date", options.businessDate().toString());
        }
        settings.putAll(more);
        var service =
                ServiceProcess.start(
                        member.title(), port, log(name), how.of(member.title(), settings));
        running.push(service);
        return service;
    }

    /// Starts a service again after its process has ended.
    public void restart(String title) throws IOException, InterruptedException {
        var member = member(title);
        services.put(member, startService(launch, member, title, options.port(member), Map.of()));
        service(title).awaitReady(client);
    }

    /// Starts one more process of a service on the same database, and returns when it is ready.
    public ServiceProcess startReplica(String title, int port)
            throws IOException, InterruptedException {
        return startReplica(title, port, Map.of());
    }

    /// The same, with settings of its own.
    public ServiceProcess startReplica(String title, int port, Map<String, String> more)
            throws IOException, InterruptedException {
        return startReplica(launch, title, port, more);
    }

    /// The same, launched in another way: another version, for example.
    ServiceProcess startReplica(Launch other, String title, int port, Map<String, String> more)
            throws IOException, InterruptedException {
        var replica = startService(other, member(title), title + "-" + port, port, more);
        replica.awaitReady(client);
        return replica;
    }

    /// The JDBC address of a service's database.
    public String database(String name) {
        return databases + "/" + name;
    }

    /// The bootstrap servers of the broker.
    public String brokers() {
        return brokers;
    }

    private Path log(String name) {
        return options.data().resolve("logs").resolve(name + ".log");
    }

    /// Starts the broker again after its process has ended.
    public void restartBroker() throws IOException {
        broker = startBroker();
    }

    /// Kills the suite's own PostgreSQL as a crash would.
    public void killPostgres() {
        Objects.requireNonNull(postgres).kill();
    }

    /// Lets the suite's own PostgreSQL stand still, as one whose machine is gone.
    public Freeze freezePostgres() throws IOException {
        return Objects.requireNonNull(postgres).freeze();
    }

    /// Starts PostgreSQL again on the data that a crash has left.
    public void restartPostgres() throws IOException, InterruptedException {
        Objects.requireNonNull(postgres).close();
        // The processes of the old server may hold its shared memory for a moment yet.
        for (var attempt = 1; ; attempt++) {
            try {
                startPostgres();
                return;
            } catch (Trouble e) {
                if (attempt == POSTGRES_ATTEMPTS) {
                    throw e;
                }
                Thread.sleep(1000);
            }
        }
    }

    private static Member member(String title) {
        for (var member : Member.values()) {
            if (member.title().equals(title)) {
                return member;
            }
        }
        throw new Trouble("There is no service " + title);
    }

    public ServiceProcess service(String title) {
        return Objects.requireNonNull(services.get(member(title)));
    }

    public Process broker() {
        return Objects.requireNonNull(broker).process();
    }

    /// The three services as a caller with roles sees them.
    public Api api(String caller, String roles) {
        return api(token(caller, roles));
    }

    /// The three services as the bearer of a token sees them.
    public Api api(String token) {
        return new Api(url(Member.ACCOUNT), url(Member.SCORING), url(Member.OPPORTUNITY), token);
    }

    /// Where a service answers.
    public String url(String title) {
        return url(member(title));
    }

    private String url(Member member) {
        return "http://localhost:" + options.port(member);
    }

    public String token(String caller, String roles) {
        return Objects.requireNonNull(issuer).token(caller, roles);
    }

    /// The members whose processes have ended without being told to.
    List<String> dead() {
        if (closed) {
            return List.of();
        }
        var dead = new ArrayList<String>();
        services.values().stream()
                .filter(service -> !service.process().isAlive())
                .forEach(service -> dead.add(service.title()));
        if (broker != null && !broker.process().isAlive()) {
            dead.add("kafka");
        }
        if (postgres != null && !postgres.isAlive()) {
            dead.add("postgres");
        }
        return dead;
    }

    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        // All services at once, then what they stand on.
        services.values().forEach(service -> service.process().destroy());
        while (!running.isEmpty()) {
            try {
                running.pop().close();
            } catch (Exception e) {
                progress.step("could not stop something: " + e.getMessage());
            }
        }
    }
}
