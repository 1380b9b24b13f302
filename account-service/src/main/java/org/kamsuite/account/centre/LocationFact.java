package org.kamsuite.account.centre;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import org.kamsuite.account.facts.Fact;

/// The stored location.
@Entity
@Table(name = "locations")
public class LocationFact extends Fact<Location> {

    @Embedded private Location content;

    @Override
    public Location content() {
        return content;
    }

    @Override
    protected void content(Location content) {
        this.content = content;
    }
}
