package org.kamsuite.kit.time;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.temporal.ChronoUnit;

/// The one source of time: instants of the wall clock, and the business day in the company's zone.
@ApplicationScoped
public class BusinessClock {

    private final TimeConfig config;
    private volatile ZoneId zone = ZoneOffset.UTC;

    @Inject
    BusinessClock(TimeConfig config) {
        this.config = config;
    }

    void refuseAFixedDateInProduction(@Observes @Priority(1) StartupEvent start) {
        if (config.businessDate().isPresent() && ConfigUtils.isProfileActive("prod")) {
            throw new IllegalStateException(
                    "kam.business-date is "
                            + config.businessDate().get()
                            + ": a fixed business date is refused in production");
        }
    }

    /// The present moment, to the microsecond that PostgreSQL keeps.
    public Instant instant() {
        return Instant.now().truncatedTo(ChronoUnit.MICROS);
    }

    /// The business day: a day in the company's zone, or the configured one.
    public LocalDate today() {
        return config.businessDate().orElseGet(() -> instant().atZone(zone).toLocalDate());
    }

    public ZoneId zone() {
        return zone;
    }

    /// Set by whoever knows the company's settings.
    public void zone(ZoneId zone) {
        this.zone = zone;
    }
}
