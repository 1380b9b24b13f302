package org.kamsuite.account.intake;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.account.facts.FactStore;
import org.kamsuite.account.facts.Provenance;
import org.kamsuite.account.facts.Sameness;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.time.BusinessClock;

/// Records and corrects facts from rows, many in one transaction: each account that changes takes
/// one number of its sequence.
///
/// A row has `accountExternalId`, `externalId`, `centreExternalId` where the fact belongs to a
/// centre (the unknown remainder where it is missing), `contractExternalId` for holdings,
/// `stakeholderExternalId` and `otherStakeholderExternalId` for relations, and the fact itself.
@ApplicationScoped
class FactRows {

    private final EntityManager entities;
    private final FactStore store;
    private final AccountSequence sequence;
    private final FactDrafts drafts;
    private final BusinessClock clock;

    @Inject
    FactRows(
            EntityManager entities,
            FactStore store,
            AccountSequence sequence,
            FactDrafts drafts,
            BusinessClock clock) {
        this.entities = entities;
        this.store = store;
        this.sequence = sequence;
        this.drafts = drafts;
        this.clock = clock;
    }

    <T extends FactContent, F extends Fact<T>> List<Result> apply(
            Connection connection,
            Job job,
            Class<T> type,
            Class<F> kind,
            boolean inCentre,
            List<ImportRows.Waiting> rows)
            throws SQLException {
        var results = new ArrayList<Result>();
        var written = new ArrayList<Written>();
        FactStore.Batch<T, F> batch = store.batch(kind);
        var known = drafts.known(connection, job, kind, rows);
        for (var row : rows) {
            var read = drafts.draft(row, type, inCentre, known);
            var draft = read.value();
            results.add(
                    draft == null
                            ? Result.rejected(row.row(), read.faults())
                            : take(job, draft, known, batch, written));
        }
        batch.finish();
        file(job, FactBook.name(kind), written);
        entities.clear();
        return results;
    }

    private <T extends FactContent, F extends Fact<T>> Result take(
            Job job,
            FactDrafts.Draft<T> draft,
            FactDrafts.Known<F> known,
            FactStore.Batch<T, F> batch,
            List<Written> written) {
        var provenance =
                new Provenance(
                        job.submittedBy(),
                        clock.instant(),
                        job.system(),
                        draft.externalId(),
                        draft.updatedAt());
        var before = known.facts().get(draft.externalId());
        if (before == null) {
            var fact = batch.store(draft.account(), provenance, draft.content());
            known.facts().put(draft.externalId(), fact);
            written.add(new Written(fact, null, draft.content()));
            return Result.of(draft.row(), Result.Outcome.CREATED, draft.account());
        }
        if (!before.accountId().equals(draft.account())) {
            return elsewhere(draft, before);
        }
        if (!before.isNews(provenance)) {
            return Result.of(draft.row(), Result.Outcome.STALE, draft.account());
        }
        before.heardAt(provenance);
        var former = before.content();
        if (Sameness.of(former, draft.content())) {
            return Result.of(draft.row(), Result.Outcome.UNCHANGED, draft.account());
        }
        batch.rewrite(before, provenance, draft.content());
        written.add(new Written(before, former, draft.content()));
        return Result.of(draft.row(), Result.Outcome.UPDATED, draft.account());
    }

    private static Result elsewhere(FactDrafts.Draft<?> draft, Fact<?> known) {
        return Result.rejected(
                draft.row(),
                List.of(
                        new Problem.Fault(
                                "/externalId",
                                draft.externalId()
                                        + " already names a fact of the account "
                                        + known.accountId())));
    }

    private void file(Job job, String name, List<Written> written) {
        var numbers =
                sequence.advance(
                        written.stream().map(each -> each.fact().accountId()).distinct().toList());
        var cause =
                new AccountSequence.Cause(AccountSequence.Cause.Kind.IMPORT, job.id().toString());
        sequence.changed(
                written.stream()
                        .map(each ->
                                new AccountSequence.Change(
                                        each.fact().accountId(),
                                        Objects.requireNonNull(numbers.get(each.fact().accountId()))
                                                .sequence(),
                                        name + (each.before() == null ? "-recorded" : "-changed"),
                                        job.submittedBy(),
                                        each.fact().id(),
                                        cause,
                                        each.before(),
                                        each.after()))
                        .toList());
    }

    /// A fact that was recorded or changed.
    private record Written(Fact<?> fact, @Nullable FactContent before, FactContent after) {}
}
