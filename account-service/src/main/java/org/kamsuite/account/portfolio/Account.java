package org.kamsuite.account.portfolio;

import jakarta.persistence.Column;
import jakarta.persistence.Embedded;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A legal or trading entity that buys from us, or may do so.
@Entity
@Table(name = "accounts")
@NullUnmarked
public class Account {

    @Id private UUID id;
    @Embedded private AccountProfile profile;
    @Version private long version;
    private @Nullable Instant sourceUpdatedAt;
    private Instant openedAt;

    @Column(updatable = false)
    private LocalDate changedOn;

    protected Account() {}

    Account(UUID id, AccountProfile profile, Instant openedAt, LocalDate today) {
        this.id = id;
        this.profile = profile;
        this.openedAt = openedAt;
        this.changedOn = today;
    }

    void describe(AccountProfile profile) {
        this.profile = profile;
    }

    /// Takes over what a source says, unless the source has said something newer before.
    boolean isNewsFrom(@Nullable Instant updatedAt) {
        return updatedAt == null || sourceUpdatedAt == null || !updatedAt.isBefore(sourceUpdatedAt);
    }

    void heardAt(@Nullable Instant updatedAt) {
        if (updatedAt != null) {
            sourceUpdatedAt = updatedAt;
        }
    }

    public UUID id() {
        return id;
    }

    public AccountProfile profile() {
        return profile;
    }

    public long version() {
        return version;
    }

    public Instant openedAt() {
        return openedAt;
    }
}
