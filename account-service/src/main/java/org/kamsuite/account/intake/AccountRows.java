package org.kamsuite.account.intake;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.DateTimeException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.account.portfolio.ExternalId;
import org.kamsuite.account.portfolio.Filings;
import org.kamsuite.account.portfolio.Portfolio;
import org.kamsuite.kit.problem.Problem;

/// Opens and describes accounts from rows: `externalId`, `parentExternalId`, `sourceUpdatedAt` and
/// the profile.
@ApplicationScoped
class AccountRows {

    private final Portfolio portfolio;
    private final RowContents contents;
    private final References references;
    private final EntityManager entities;

    @Inject
    AccountRows(
            Portfolio portfolio,
            RowContents contents,
            References references,
            EntityManager entities) {
        this.portfolio = portfolio;
        this.contents = contents;
        this.references = references;
        this.entities = entities;
    }

    List<Result> apply(Connection connection, Job job, List<ImportRows.Waiting> rows)
            throws SQLException {
        var results = new ArrayList<Result>();
        var filings = new Filings();
        for (var row : rows) {
            results.add(apply(connection, job, row, filings));
            // What is written stays out of the way of the next rows.
            entities.flush();
            entities.clear();
        }
        portfolio.file(filings);
        return results;
    }

    private Result apply(Connection connection, Job job, ImportRows.Waiting row, Filings filings)
            throws SQLException {
        var faults = new ArrayList<Problem.Fault>();
        var content = row.content().deepCopy();
        var id = identifier(content, faults);
        var placed = content.has("parentExternalId");
        var parent = text(content.remove("parentExternalId"));
        var updated = instant(content.remove("sourceUpdatedAt"), faults);
        if (parent != null) {
            var found = references.accounts(connection, job.system(), List.of(parent)).get(parent);
            if (found == null) {
                faults.add(new Problem.Fault("/parentExternalId", "There is no account " + parent));
            } else {
                content.put("parentId", found.toString());
            }
        }
        if (placed && !content.has("parentId")) {
            content.putNull("parentId");
        }
        if (content.has("parentId") && !content.has("parentSince")) {
            content.putNull("parentSince");
        }
        var before =
                id == null ? null : portfolio.lock(new ExternalId(job.system(), id)).orElse(null);
        var read = contents.read(before, content, AccountProfile.class);
        faults.addAll(read.faults());
        var profile = read.value();
        if (!faults.isEmpty() || profile == null || id == null) {
            return Result.rejected(row.row(), faults);
        }
        var upsert =
                portfolio.upsert(
                        new ExternalId(job.system(), id),
                        profile,
                        job.submittedBy(),
                        updated,
                        filings);
        return Result.of(
                row.row(), Result.Outcome.valueOf(upsert.outcome().name()), upsert.account().id());
    }

    /// The identifier that its system gives the row.
    static @Nullable String identifier(ObjectNode content, List<Problem.Fault> faults) {
        var id = text(content.remove("externalId"));
        if (id == null || id.isEmpty() || id.length() > ExternalId.LONGEST) {
            faults.add(
                    new Problem.Fault(
                            "/externalId",
                            "A row needs an external id of its own, of at most "
                                    + ExternalId.LONGEST
                                    + " characters"));
            return null;
        }
        return id;
    }

    static @Nullable String text(@Nullable JsonNode node) {
        return node == null || node.isNull() ? null : node.asText();
    }

    static @Nullable Instant instant(@Nullable JsonNode node, List<Problem.Fault> faults) {
        var text = text(node);
        try {
            return text == null ? null : Instant.parse(text);
        } catch (DateTimeException e) {
            faults.add(
                    new Problem.Fault(
                            "/sourceUpdatedAt",
                            "sourceUpdatedAt is an instant as in 2026-11-30T12:00:00Z, not "
                                    + text));
            return null;
        }
    }
}
