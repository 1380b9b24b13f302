package org.kamsuite.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/// A PostgreSQL server with one database for each service, and two roles: one owns the tables, the
/// other reads and writes their rows.
public final class Postgres implements AutoCloseable {

    /// Databases, each used by the role of the same name.
    public static final List<String> DATABASES = List.of("account", "scoring", "opportunity");

    /// The server trusts whoever comes from this machine, but Flyway wants a password.
    public static final String ANY_PASSWORD = "any";

    private static final String SUPERUSER = "postgres";
    private static final Duration LOOK = Duration.ofMillis(20);

    private final EmbeddedPostgres server;
    private final long pid;
    private final Leash leash;

    private Postgres(EmbeddedPostgres server, Path folder) throws IOException {
        this.server = server;
        this.pid = pid(folder);
        this.leash = Leash.on(pid, "INT");
    }

    /// Starts a server on its data folder, which is made where it is missing.
    ///
    /// @param log the file that its output is appended to
    /// @param port the port, or 0 for any free one
    /// @throws IOException where it does not start, with its last complaint
    public static Postgres start(Path folder, Path log, int port) throws IOException {
        var postgres = startEmpty(folder, log, port, Map.of());
        try {
            postgres.createDatabases();
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("The databases could not be created: " + e.getMessage(), e);
        }
        return postgres;
    }

    /// Starts a server in which nothing is made, with more settings of its own.
    public static Postgres startEmpty(
            Path folder, Path file, int port, Map<String, String> settings) throws IOException {
        // What goes wrong is in the server's own log.
        Logger.getLogger("io.zonky").setLevel(Level.OFF);
        var log = new PostgresLog(file);
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
                        // It would stop the server while others still work with it; the leash is
                        // for those who do not close it.
                        .setRegisterShutdownHook(false)
                        .setErrorRedirector(log.redirect())
                        .setOutputRedirector(log.redirect())
                        // Embedded servers give these up by default; ours keeps what it
                        // acknowledged.
                        .setServerConfig("fsync", "on")
                        .setServerConfig("synchronous_commit", "on")
                        .setServerConfig("max_connections", "300")
                        .setServerConfig("shared_buffers", "256MB")
                        .setServerConfig("timezone", "UTC")
                        .setPGStartupWait(Duration.ofSeconds(60));
        if (port > 0) {
            builder.setPort(port);
        }
        settings.forEach(builder::setServerConfig);
        return new Postgres(started(builder, log), folder);
    }

    private static EmbeddedPostgres started(EmbeddedPostgres.Builder builder, PostgresLog log)
            throws IOException {
        var start = new FutureTask<>(builder::start);
        var starter = Thread.startVirtualThread(start);
        try {
            while (!start.isDone()) {
                if (log.hasGivenUp()) {
                    // Else it would ask for a minute yet whether the server is up.
                    starter.interrupt();
                }
                Thread.sleep(LOOK);
            }
            var server = start.get();
            if (log.hasGivenUp()) {
                server.close();
                throw new IOException(log.complaint());
            }
            return server;
        } catch (ExecutionException e) {
            throw new IOException(log.complaint(), e.getCause());
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("Interrupted while PostgreSQL started", e);
        }
    }

    /// The JDBC address of a database.
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private void createDatabases() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var name : DATABASES) {
                createRole(statement, name);
                createRole(statement, owner(name));
                if (is(statement, "pg_database where datname = '" + name + "'")) {
                    giveToTheOwner(name);
                } else {
                    statement.execute("create database " + name + " owner " + owner(name));
                }
            }
        }
    }

    /// The role that owns the tables of a database.
    public static String owner(String database) {
        return database + "_owner";
    }

    private static void createRole(Statement statement, String name) throws SQLException {
        if (!is(statement, "pg_roles where rolname = '" + name + "'")) {
            statement.execute("create role " + name + " login");
        }
    }

    private static boolean is(Statement statement, String what) throws SQLException {
        try (var rows = statement.executeQuery("select 1 from " + what)) {
            return rows.next();
        }
    }

    /// Databases of before there were owners belong to the role that uses them.
    private void giveToTheOwner(String database) throws SQLException {
        execute(
                url(database),
                "alter database " + database + " owner to " + owner(database),
                "reassign owned by " + database + " to " + owner(database));
    }

    /// Runs statements as the superuser of an embedded server: what no service may do.
    public static void execute(String url, String... statements) throws SQLException {
        try (var connection = DriverManager.getConnection(url, SUPERUSER, "");
                var statement = connection.createStatement()) {
            for (var sql : statements) {
                statement.execute(sql);
            }
        }
    }

    /// Kills all processes of the server as a crash would, for tests of what survives.
    public void kill() {
        ProcessHandle.of(pid).ifPresent(Postgres::killAll);
    }

    /// Lets the server and all that serves a connection stand still.
    public Freeze freeze() throws IOException {
        var server = ProcessHandle.of(pid).orElseThrow();
        return Freeze.of(Stream.concat(Stream.of(server), server.children()).toList());
    }

    /// Whether its process is there.
    public boolean isAlive() {
        return ProcessHandle.of(pid).isPresent();
    }

    private static long pid(Path folder) throws IOException {
        return Long.parseLong(
                Files.readAllLines(folder.resolve("postmaster.pid")).getFirst().trim());
    }

    private static void killAll(ProcessHandle server) {
        var children = server.children().toList();
        server.destroyForcibly();
        children.forEach(ProcessHandle::destroyForcibly);
    }

    @Override
    public void close() throws IOException {
        leash.close();
        server.close();
    }
}
