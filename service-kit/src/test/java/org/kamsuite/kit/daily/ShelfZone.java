package org.kamsuite.kit.daily;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.Optional;
import org.kamsuite.kit.time.CompanyZone;

/// The zone of the shelf, which a test moves.
@ApplicationScoped
class ShelfZone implements CompanyZone {

    private volatile Optional<ZoneId> zone = Optional.empty();

    void move(ZoneId to) {
        zone = Optional.of(to);
    }

    @Override
    public Optional<ZoneId> zone(Connection connection) {
        return zone;
    }
}
