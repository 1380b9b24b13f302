package org.kamsuite.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class PostgresLogTest {

    @TempDir private Path folder;
    private Path file;

    @BeforeEach
    void name() {
        file = folder.resolve("log");
    }

    @Test
    void saysTheLastComplaintOfThisStart() throws IOException {
        says(
                "2026-05-05 10:00:00 UTC [7] FATAL:  of another start",
                "pg_ctl: could not start server");
        var log = new PostgresLog(file);
        assertFalse(log.hasGivenUp());

        says(
                "waiting for server to start....",
                "2026-05-05 11:00:00 UTC [8] PANIC:  could not locate a checkpoint",
                "2026-05-05 11:00:00 UTC [9] FATAL:  the database system is starting up",
                "pg_ctl: error: could not open file",
                "pg_ctl: could not start server");

        assertTrue(log.hasGivenUp());
        assertEquals("PANIC: could not locate a checkpoint; its log is " + file, log.complaint());
    }

    @Test
    void saysWhatTheStarterComplainsOfWhereTheServerDoesNot() throws IOException {
        var log = new PostgresLog(file);

        says("pg_ctl: directory \"/data\" is not a database cluster directory");

        assertTrue(log.hasGivenUp());
        assertEquals(
                "pg_ctl: directory \"/data\" is not a database cluster directory; its log is "
                        + file,
                log.complaint());
    }

    @Test
    void namesTheFileWhereNothingIsSaid() throws IOException {
        assertEquals("its log is " + file, new PostgresLog(file).complaint());
    }

    @Test
    void doesNotTakeASuspicionForTheEnd() throws IOException {
        var log = new PostgresLog(file);

        says("pg_ctl: another server might be running; trying to start server anyway");

        assertFalse(log.hasGivenUp());
    }

    private void says(String... lines) throws IOException {
        Files.writeString(
                file,
                String.join("\n", lines) + "\n",
                StandardOpenOption.CREATE,
                StandardOpenOption.APPEND);
    }
}
