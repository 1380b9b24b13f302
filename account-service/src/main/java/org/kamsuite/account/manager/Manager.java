package org.kamsuite.account.manager;

import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;

/// Somebody who manages accounts.
@Entity
@Table(name = "managers")
@NullUnmarked
public class Manager {

    @Id private UUID id;
    @Embedded private ManagerProfile profile;
    @Version private long version;

    protected Manager() {}

    Manager(UUID id, ManagerProfile profile) {
        this.id = id;
        this.profile = profile;
    }

    void describe(ManagerProfile profile) {
        this.profile = profile;
    }

    public UUID id() {
        return id;
    }

    public ManagerProfile profile() {
        return profile;
    }

    public long version() {
        return version;
    }
}
