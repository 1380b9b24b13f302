package org.kamsuite.account.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.Table;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
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

/// Records and corrects facts from rows, many in one transaction: each account takes one number of
/// its sequence.
///
/// A row has `accountExternalId`, `externalId`, `centreExternalId` where the fact belongs to a
/// centre (the unknown remainder where it is missing), `contractExternalId` for holdings, and the
/// fact itself.
@ApplicationScoped
class FactRows {

    private final EntityManager entities;
    private final FactBook facts;
    private final FactStore store;
    private final AccountSequence sequence;
    private final RowContents contents;
    private final References references;
    private final BusinessClock clock;

    @Inject
    FactRows(
            EntityManager entities,
            FactBook facts,
            FactStore store,
            AccountSequence sequence,
            RowContents contents,
            References references,
            BusinessClock clock) {
        this.entities = entities;
        this.facts = facts;
        this.store = store;
        this.sequence = sequence;
        this.contents = contents;
        this.references = references;
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
        var drafts = drafts(connection, job, type, kind, inCentre, rows, results);
        var numbers = sequence.advance(drafts.stream().map(Draft::account).distinct().toList());
        var known =
                facts.all(
                        kind, drafts.stream().map(Draft::known).filter(Objects::nonNull).toList());
        var changes = new ArrayList<AccountSequence.Change>();
        var written = new HashMap<String, F>();
        for (var draft : drafts) {
            var before =
                    draft.known() == null
                            ? written.get(draft.externalId())
                            : known.get(draft.known());
            var provenance =
                    new Provenance(
                            job.submittedBy(),
                            clock.instant(),
                            job.system(),
                            draft.externalId(),
                            draft.updatedAt());
            if (before != null && !before.accountId().equals(draft.account())) {
                results.add(
                        Result.rejected(
                                draft.row(),
                                List.of(
                                        new Problem.Fault(
                                                "/externalId",
                                                draft.externalId()
                                                        + " already names a fact of the account "
                                                        + before.accountId()))));
                continue;
            }
            if (before != null && !before.isNews(provenance)) {
                results.add(Result.of(draft.row(), Result.Outcome.STALE, draft.account()));
                continue;
            }
            if (before != null && Sameness.of(before.content(), draft.content())) {
                results.add(Result.of(draft.row(), Result.Outcome.UNCHANGED, draft.account()));
                continue;
            }
            var former = before == null ? null : before.content();
            F fact;
            if (before == null) {
                fact = store.store(kind, draft.account(), provenance, draft.content());
            } else {
                before.heardAt(provenance);
                store.rewrite(before, provenance, draft.content());
                fact = before;
            }
            written.put(draft.externalId(), fact);
            results.add(
                    Result.of(
                            draft.row(),
                            before == null ? Result.Outcome.CREATED : Result.Outcome.UPDATED,
                            draft.account()));
            changes.add(
                    new AccountSequence.Change(
                            draft.account(),
                            Objects.requireNonNull(numbers.get(draft.account())).sequence(),
                            FactBook.name(kind) + (before == null ? "-recorded" : "-changed"),
                            job.submittedBy(),
                            fact.id(),
                            new AccountSequence.Cause(
                                    AccountSequence.Cause.Kind.IMPORT, job.id().toString()),
                            former,
                            draft.content()));
        }
        entities.flush();
        sequence.changed(changes);
        entities.clear();
        return results;
    }

    private <T extends FactContent, F extends Fact<T>> List<Draft<T>> drafts(
            Connection connection,
            Job job,
            Class<T> type,
            Class<F> kind,
            boolean inCentre,
            List<ImportRows.Waiting> rows,
            List<Result> results)
            throws SQLException {
        var accounts =
                references.accounts(connection, job.system(), texts(rows, "accountExternalId"));
        var known =
                references.facts(
                        connection,
                        kind.getAnnotation(Table.class).name(),
                        job.system(),
                        texts(rows, "externalId"));
        var centres =
                references.facts(
                        connection,
                        "buying_centres",
                        job.system(),
                        texts(rows, "centreExternalId"));
        var contracts =
                references.facts(
                        connection, "contracts", job.system(), texts(rows, "contractExternalId"));
        var remainders = references.remainders(connection, accounts.values());
        var drafts = new ArrayList<Draft<T>>();
        for (var row : rows) {
            var faults = new ArrayList<Problem.Fault>();
            var content = row.content().deepCopy();
            var account = resolve(content, "accountExternalId", accounts, true, faults);
            var contract = resolve(content, "contractExternalId", contracts, false, faults);
            if (contract != null) {
                content.put("contractId", contract.toString());
            }
            var centre = resolve(content, "centreExternalId", centres, false, faults);
            var remainder = account == null ? null : remainders.get(account);
            if (centre != null) {
                content.put("centreId", centre.toString());
            } else if (inCentre && !content.has("centreId") && remainder != null) {
                content.put("centreId", remainder.toString());
            }
            var externalId = content.remove("externalId");
            if (externalId == null || externalId.isNull()) {
                faults.add(
                        new Problem.Fault("/externalId", "A row needs an external id of its own"));
            }
            var updated = AccountRows.instant(content.remove("sourceUpdatedAt"), faults);
            var read = contents.read(content, type);
            faults.addAll(read.faults());
            var value = read.value();
            if (!faults.isEmpty() || value == null || account == null || externalId == null) {
                results.add(Result.rejected(row.row(), faults));
            } else {
                drafts.add(
                        new Draft<>(
                                row.row(),
                                account,
                                externalId.asText(),
                                updated,
                                known.get(externalId.asText()),
                                value));
            }
        }
        return drafts;
    }

    private static List<String> texts(List<ImportRows.Waiting> rows, String field) {
        return rows.stream()
                .map(row -> row.content().get(field))
                .filter(Objects::nonNull)
                .map(node -> node.asText())
                .distinct()
                .toList();
    }

    private static @Nullable UUID resolve(
            ObjectNode content,
            String field,
            Map<String, UUID> known,
            boolean needed,
            List<Problem.Fault> faults) {
        var reference = content.remove(field);
        if (reference == null || reference.isNull()) {
            if (needed) {
                faults.add(new Problem.Fault("/" + field, "A row needs " + field));
            }
            return null;
        }
        var found = known.get(reference.asText());
        if (found == null) {
            faults.add(
                    new Problem.Fault(
                            "/" + field, "Nothing is known here under " + reference.asText()));
        }
        return found;
    }

    private record Draft<T>(
            long row,
            UUID account,
            String externalId,
            @Nullable Instant updatedAt,
            @Nullable UUID known,
            T content) {}
}
