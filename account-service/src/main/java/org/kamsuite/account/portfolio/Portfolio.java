package org.kamsuite.account.portfolio;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.centre.BuyingCentre;
import org.kamsuite.account.centre.BuyingCentreFact;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.FactStore;
import org.kamsuite.account.facts.Provenance;
import org.kamsuite.account.facts.Sameness;
import org.kamsuite.account.team.AccountTeam;
import org.kamsuite.kit.problem.Conflict;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.rest.Precondition;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;
import org.kamsuite.kit.time.BusinessClock;
import org.kamsuite.kit.time.Ids;

/// Opens and describes accounts, and keeps their hierarchy a tree.
@ApplicationScoped
@Transactional
public class Portfolio {

    public static final String REMAINDER = BuyingCentre.REMAINDER;
    private static final int DEEPEST = 10;
    private static final int MOST_NAMES = 50;

    private final Accounts accounts;
    private final FactStore facts;
    private final AccountSequence sequence;
    private final AccountTeam team;
    private final BusinessClock clock;
    private final Caller caller;
    private final Precondition precondition;

    @Inject
    Portfolio(
            Accounts accounts,
            FactStore facts,
            AccountSequence sequence,
            AccountTeam team,
            BusinessClock clock,
            Caller caller,
            Precondition precondition) {
        this.accounts = accounts;
        this.facts = facts;
        this.sequence = sequence;
        this.team = team;
        this.clock = clock;
        this.caller = caller;
        this.precondition = precondition;
    }

    /// Opens an account, with the centre that stands for what is not mapped yet. A manager who
    /// opens one is of its team.
    public Account open(AccountProfile profile, List<ExternalId> externalIds) {
        for (var external : externalIds) {
            accounts.byExternalId(external).ifPresent(owner -> refuse(external, owner));
        }
        var filings = new Filings();
        var account = open(profile, externalIds, caller.name(), null, filings);
        if (caller.is(Roles.MANAGER)) {
            team.begin(account.id(), caller.name());
        }
        file(filings);
        return account;
    }

    private Account open(
            AccountProfile profile,
            List<ExternalId> externalIds,
            String by,
            @Nullable Instant updatedAt,
            Filings filings) {
        var id = Ids.next();
        requireTree(id, profile.parentId());
        var now = clock.instant();
        var account = new Account(id, dated(profile, null), now, clock.today());
        account.heardAt(updatedAt);
        accounts.persistAndFlush(account);
        externalIds.forEach(external -> accounts.name(id, external));
        facts.insert(
                BuyingCentreFact.class,
                id,
                Provenance.ours(by, now),
                new BuyingCentre(
                        "Unknown remainder",
                        REMAINDER,
                        List.of(),
                        BuyingCentre.Status.UNKNOWN,
                        null,
                        null,
                        false,
                        null,
                        null,
                        null));
        filings.add(id, new Filings.Filing("account-created", by, null, account.profile()));
        return account;
    }

    /// Describes an account anew.
    public Account describe(UUID id, AccountProfile profile) {
        var account = accounts.lockOf(id);
        precondition.require(Long.toString(account.version()));
        var filings = new Filings();
        describe(account, profile, caller.name(), filings);
        file(filings);
        return account;
    }

    private void describe(Account account, AccountProfile profile, String by, Filings filings) {
        var before = account.profile();
        var moved = !Objects.equals(before.parentId(), profile.parentId());
        if (moved) {
            accounts.lockTheTree();
            requireTree(account.id(), profile.parentId());
        }
        account.describe(dated(profile, before));
        accounts.flush();
        var what = moved ? "account-reparented" : "facts-changed";
        filings.add(account.id(), new Filings.Filing(what, by, before, account.profile()));
    }

    /// Locks the account that a source knows by this identifier, and answers its profile.
    public Optional<AccountProfile> lock(ExternalId external) {
        return accounts.byExternalId(external).map(accounts::lockOf).map(Account::profile);
    }

    /// Opens or describes the account that a source knows by this identifier; older news are
    /// refused.
    public Upsert upsert(
            ExternalId external, AccountProfile profile, String by, @Nullable Instant updatedAt) {
        var filings = new Filings();
        var upsert = upsert(external, profile, by, updatedAt, filings);
        file(filings);
        return upsert;
    }

    /// The same for one of several accounts, whose changes are filed together.
    public Upsert upsert(
            ExternalId external,
            AccountProfile profile,
            String by,
            @Nullable Instant updatedAt,
            Filings filings) {
        var known = accounts.byExternalId(external);
        if (known.isEmpty()) {
            var opened = open(profile, List.of(external), by, updatedAt, filings);
            return new Upsert(opened, Outcome.CREATED);
        }
        if (filings.concern(known.get())) {
            file(filings);
        }
        var account = accounts.lockOf(known.get());
        if (!account.isNewsFrom(updatedAt)) {
            return new Upsert(account, Outcome.STALE);
        }
        account.heardAt(updatedAt);
        if (Sameness.of(dated(profile, account.profile()), account.profile())) {
            return new Upsert(account, Outcome.UNCHANGED);
        }
        describe(account, profile, by, filings);
        return new Upsert(account, Outcome.UPDATED);
    }

    /// Lets another system's identifier stand for the account too.
    public void name(UUID id, ExternalId external) {
        var account = accounts.lockOf(id);
        var owner = accounts.byExternalId(external);
        owner.filter(other -> !other.equals(id)).ifPresent(other -> refuse(external, other));
        if (owner.isEmpty()) {
            requireFewNames(id);
            accounts.name(id, external);
            accounts.renew(account);
            var filings = new Filings();
            filings.add(id, new Filings.Filing("facts-changed", caller.name(), null, external));
            file(filings);
        }
    }

    public Account find(UUID id) {
        return accounts.required(id);
    }

    public Optional<UUID> find(ExternalId external) {
        return accounts.byExternalId(external);
    }

    public List<ExternalId> externalIds(UUID id) {
        return accounts.externalIds(id);
    }

    /// Today is when a parent came to be where nothing else is said.
    private AccountProfile dated(AccountProfile profile, @Nullable AccountProfile before) {
        if (profile.parentId() == null) {
            return profile.since(null);
        }
        if (profile.parentSince() != null) {
            return profile;
        }
        return profile.since(
                before != null && profile.parentId().equals(before.parentId())
                        ? before.parentSince()
                        : clock.today());
    }

    private void requireTree(UUID id, @Nullable UUID parent) {
        if (parent == null) {
            return;
        }
        var above = accounts.ancestry(parent);
        if (above.isEmpty()) {
            throw new Invalid("/parentId", "There is no account " + parent);
        }
        if (above.contains(id)) {
            throw new Invalid(
                    "/parentId", "An account is not below itself: " + parent + " is below " + id);
        }
        if (above.size() + accounts.height(id) > DEEPEST) {
            throw new Invalid("/parentId", "A tree of accounts has at most " + DEEPEST + " levels");
        }
    }

    private void requireFewNames(UUID id) {
        if (accounts.externalIds(id).size() >= MOST_NAMES) {
            throw new Unprocessable(
                    "too-many-external-ids",
                    "An account has at most " + MOST_NAMES + " external ids");
        }
    }

    /// Gives the changed accounts their next numbers, and tells other systems.
    public void file(Filings filings) {
        sequence.changed(filings.changes(sequence.advance(filings.accounts())));
        filings.clear();
    }

    private static void refuse(ExternalId external, UUID owner) {
        throw new Conflict(
                "external-id-taken",
                "The external id belongs to another account",
                external.system() + "/" + external.id() + " already names the account " + owner);
    }

    /// An account and what an upsert did to it.
    public record Upsert(Account account, Outcome outcome) {}

    /// What an upsert did.
    public enum Outcome {
        CREATED,
        UPDATED,
        UNCHANGED,
        STALE
    }
}
