package org.kamsuite.account.intake;

import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
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
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.account.facts.Fact;
import org.kamsuite.account.facts.FactBook;
import org.kamsuite.account.facts.FactContent;
import org.kamsuite.kit.problem.Problem;

/// Reads rows into facts, after their accounts are locked: what a row does not mention stays as it
/// is.
@ApplicationScoped
class FactDrafts {

    private final FactBook facts;
    private final AccountSequence sequence;
    private final RowContents contents;
    private final References references;

    @Inject
    FactDrafts(
            FactBook facts, AccountSequence sequence, RowContents contents, References references) {
        this.facts = facts;
        this.sequence = sequence;
        this.contents = contents;
        this.references = references;
    }

    <T extends FactContent, F extends Fact<T>> Known<F> known(
            Connection connection, Job job, Class<F> kind, List<ImportRows.Waiting> rows)
            throws SQLException {
        var accounts =
                references.accounts(connection, job.system(), texts(rows, "accountExternalId"));
        sequence.lock(accounts.values());
        var ids =
                references.facts(
                        connection,
                        kind.getAnnotation(Table.class).name(),
                        job.system(),
                        texts(rows, "externalId"));
        var stored = facts.all(kind, ids.values());
        var known = new HashMap<String, F>();
        for (var id : ids.entrySet()) {
            var fact = stored.get(id.getValue());
            if (fact != null) {
                known.put(id.getKey(), fact);
            }
        }
        return new Known<>(
                accounts,
                references.facts(
                        connection,
                        "buying_centres",
                        job.system(),
                        texts(rows, "centreExternalId")),
                references.facts(
                        connection, "contracts", job.system(), texts(rows, "contractExternalId")),
                references.facts(
                        connection,
                        "stakeholders",
                        job.system(),
                        texts(rows, "stakeholderExternalId", "otherStakeholderExternalId")),
                references.remainders(connection, accounts.values()),
                known);
    }

    /// Reads a row, or says all that is wrong with it.
    <T extends FactContent, F extends Fact<T>> RowContents.Read<Draft<T>> draft(
            ImportRows.Waiting row, Class<T> type, boolean inCentre, Known<F> known) {
        var faults = new ArrayList<Problem.Fault>();
        var content = row.content().deepCopy();
        var account = resolve(content, "accountExternalId", known.accounts(), faults);
        if (account == null && faults.isEmpty()) {
            faults.add(new Problem.Fault("/accountExternalId", "A row needs accountExternalId"));
        }
        var externalId = AccountRows.identifier(content, faults);
        var before = externalId == null ? null : known.facts().get(externalId);
        place(content, "contractExternalId", "contractId", null, known.contracts(), faults);
        place(content, "stakeholderExternalId", "stakeholderId", null, known.people(), faults);
        place(
                content,
                "otherStakeholderExternalId",
                "otherStakeholderId",
                null,
                known.people(),
                faults);
        var remainder = account == null ? null : known.remainders().get(account);
        var home = inCentre ? remainder : null;
        place(content, "centreExternalId", "centreId", home, known.centres(), faults);
        if (home != null && before == null && !content.has("centreId")) {
            content.put("centreId", home.toString());
        }
        var updated = AccountRows.instant(content.remove("sourceUpdatedAt"), faults);
        var read = contents.read(before == null ? null : before.content(), content, type);
        faults.addAll(read.faults());
        var value = read.value();
        return !faults.isEmpty() || value == null || account == null || externalId == null
                ? new RowContents.Read<>(null, faults)
                : new RowContents.Read<>(
                        new Draft<>(row.row(), account, externalId, updated, value), List.of());
    }

    /// Puts the identifier of what a row refers to; a reference to nothing clears it.
    private static void place(
            ObjectNode content,
            String reference,
            String member,
            @Nullable UUID otherwise,
            Map<String, UUID> known,
            List<Problem.Fault> faults) {
        if (!content.has(reference)) {
            return;
        }
        var found = resolve(content, reference, known, faults);
        var id = found == null ? otherwise : found;
        if (id != null) {
            content.put(member, id.toString());
        } else if (!content.has(member)) {
            content.putNull(member);
        }
    }

    private static @Nullable UUID resolve(
            ObjectNode content,
            String reference,
            Map<String, UUID> known,
            List<Problem.Fault> faults) {
        var name = AccountRows.text(content.remove(reference));
        if (name == null) {
            return null;
        }
        var found = known.get(name);
        if (found == null) {
            faults.add(new Problem.Fault("/" + reference, "Nothing is known here under " + name));
        }
        return found;
    }

    private static List<String> texts(List<ImportRows.Waiting> rows, String... fields) {
        return rows.stream()
                .flatMap(row -> Stream.of(fields).map(field -> row.content().get(field)))
                .map(AccountRows::text)
                .filter(Objects::nonNull)
                .distinct()
                .toList();
    }

    /// What the rows refer to, by the names that their system gives it.
    record Known<F>(
            Map<String, UUID> accounts,
            Map<String, UUID> centres,
            Map<String, UUID> contracts,
            Map<String, UUID> people,
            Map<UUID, UUID> remainders,
            Map<String, F> facts) {}

    /// A row that can be taken over.
    record Draft<T>(
            long row, UUID account, String externalId, @Nullable Instant updatedAt, T content) {}
}
