package org.kamsuite.embedded;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.time.Duration;
import java.util.List;
import java.util.logging.Level;
import java.util.logging.Logger;

/// A PostgreSQL server with one database and one role for each service.
public final class Postgres implements AutoCloseable {

    /// Databases, each owned by the role of the same name.
    public static final List<String> DATABASES = List.of("account", "scoring", "opportunity");

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
    /// @param port the port, or 0 for any free one
    public static Postgres start(Path folder, int port) throws IOException {
        Logger.getLogger("io.zonky").setLevel(Level.WARNING);
        var builder =
                EmbeddedPostgres.builder()
                        .setDataDirectory(folder)
                        .setCleanDataDirectory(false)
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
        var postgres = new Postgres(builder.start(), folder);
        try {
            postgres.createDatabases();
        } catch (SQLException e) {
            postgres.close();
            throw new IOException("The databases could not be created", e);
        }
        return postgres;
    }

    /// The JDBC address of a database.
    public String url(String database) {
        return "jdbc:postgresql://localhost:" + server.getPort() + "/" + database;
    }

    private void createDatabases() throws SQLException {
        try (var connection = server.getPostgresDatabase().getConnection();
                var statement = connection.createStatement()) {
            for (var name : DATABASES) {
                try (var rows =
                        statement.executeQuery(
                                "select 1 from pg_database where datname = '" + name + "'")) {
                    if (rows.next()) {
                        continue;
                    }
                }
                statement.execute("create role " + name + " login");
                statement.execute("create database " + name + " owner " + name);
            }
        }
    }

    /// Kills all processes of the server as a crash would, for tests of what survives.
    public void kill() {
        ProcessHandle.of(pid).ifPresent(Postgres::killAll);
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
