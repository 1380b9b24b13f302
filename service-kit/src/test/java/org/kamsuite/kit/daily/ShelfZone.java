package org.kamsuite.kit.daily;

import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.time.ZoneId;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.kamsuite.kit.time.CompanyZone;

/// The zone of the shelf, which a test moves.
@ApplicationScoped
class ShelfZone implements CompanyZone {

    private final AtomicReference<Optional<ZoneId>> zone = new AtomicReference<>(Optional.empty());

    void move(ZoneId to) {
        zone.set(Optional.of(to));
    }

    @Override
    public Optional<ZoneId> zone(Connection connection) {
        return zone.get();
    }
}
