package org.kamsuite.account.facts;

import jakarta.persistence.Id;
import jakarta.persistence.MappedSuperclass;
import jakarta.persistence.Version;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.NullUnmarked;
import org.jspecify.annotations.Nullable;

/// A stored fact about an account: what it says, who recorded it, and where it came from.
@MappedSuperclass
@NullUnmarked
public abstract class Fact<T extends FactContent> {

    @Id private UUID id;
    private UUID accountId;
    private @Nullable String sourceSystem;
    private @Nullable String sourceId;
    private @Nullable Instant sourceUpdatedAt;
    @Version private long version;
    private Instant recordedAt;
    private String recordedBy;

    public abstract T content();

    protected abstract void content(T content);

    void record(Provenance provenance, UUID account, UUID identity, T content) {
        this.id = identity;
        this.accountId = account;
        this.sourceSystem = provenance.system();
        this.sourceId = provenance.sourceId();
        heardAt(provenance);
        rewrite(provenance, content);
    }

    /// Another system says the same: from now on the fact is known under its identifier.
    void adopt(Provenance provenance, T content) {
        this.sourceSystem = provenance.system();
        this.sourceId = provenance.sourceId();
        heardAt(provenance);
        rewrite(provenance, content);
    }

    /// Whether the source has said nothing newer before.
    public boolean isNews(Provenance provenance) {
        return sourceUpdatedAt == null
                || provenance.sourceUpdatedAt() == null
                || !provenance.sourceUpdatedAt().isBefore(sourceUpdatedAt);
    }

    public void heardAt(Provenance provenance) {
        if (provenance.sourceUpdatedAt() != null) {
            this.sourceUpdatedAt = provenance.sourceUpdatedAt();
        }
    }

    void rewrite(Provenance provenance, T content) {
        this.recordedAt = provenance.at();
        this.recordedBy = provenance.by();
        content(content);
    }

    public UUID id() {
        return id;
    }

    public UUID accountId() {
        return accountId;
    }

    public @Nullable String sourceSystem() {
        return sourceSystem;
    }

    public @Nullable String sourceId() {
        return sourceId;
    }

    public long version() {
        return version;
    }

    public Instant recordedAt() {
        return recordedAt;
    }

    public String recordedBy() {
        return recordedBy;
    }
}
