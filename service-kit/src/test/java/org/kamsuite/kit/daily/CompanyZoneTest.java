package org.kamsuite.kit.daily;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.ZoneId;
import java.time.ZoneOffset;
import org.awaitility.Awaitility;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.kit.time.BusinessClock;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class CompanyZoneTest {

    @Inject ShelfZone zone;
    @Inject BusinessClock clock;

    @AfterEach
    void moveBack() {
        moveTo(ZoneOffset.UTC);
    }

    @Test
    void aReplicaThatReceivedNoEventFollowsTheZone() {
        moveTo(ZoneId.of("America/Sao_Paulo"));
    }

    private void moveTo(ZoneId to) {
        zone.move(to);
        Awaitility.await().atMost(Duration.ofSeconds(20)).until(() -> clock.zone().equals(to));
    }
}
