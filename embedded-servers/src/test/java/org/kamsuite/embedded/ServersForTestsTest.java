package org.kamsuite.embedded;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.sql.DriverManager;
import java.util.Map;
import org.apache.kafka.clients.admin.Admin;
import org.junit.jupiter.api.Test;

class ServersForTestsTest {

    @Test
    void startRealServersThatAnswer() throws Exception {
        var servers = new ServersForTests();
        servers.init(Map.of("database", "scoring"));

        var settings = servers.start();

        try (var connection =
                        DriverManager.getConnection(
                                settings.get("quarkus.datasource.jdbc.url"), "scoring", "");
                var rows = connection.createStatement().executeQuery("select current_user");
                var admin =
                        Admin.create(
                                Map.of(
                                        "bootstrap.servers",
                                        settings.get("kafka.bootstrap.servers")))) {
            rows.next();
            assertEquals("scoring", rows.getString(1));
            assertTrue(admin.listTopics().names().get().contains("accounts"));
        } finally {
            servers.stop();
        }
    }
}
