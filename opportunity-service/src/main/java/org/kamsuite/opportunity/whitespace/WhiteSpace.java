package org.kamsuite.opportunity.whitespace;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Facts;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.frame.PeerLookup;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.rules.WhiteSpaceConfig;

/// Brings together what the matrix of an account is computed from.
@ApplicationScoped
public class WhiteSpace {

    private final Facts facts;
    private final FindingBook findings;
    private final Engagements engagements;
    private final Rules rules;

    @Inject
    WhiteSpace(
            Facts facts, FindingBook findings, Engagements engagements, WhiteSpaceConfig config) {
        this.facts = facts;
        this.findings = findings;
        this.engagements = engagements;
        this.rules = Rules.of(config);
    }

    /// The matrix of the account's tree, or empty where its sheet is not known.
    public Optional<Matrix> matrix(
            Connection connection,
            UUID account,
            Map<String, Product> products,
            PeerLookup peers,
            LocalDate asOf)
            throws SQLException {
        var tree = facts.tree(connection, account);
        if (tree.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(
                new MatrixBuilder(
                                tree,
                                products,
                                findings.of(connection, tree, asOf),
                                engagements.of(connection, tree),
                                engagements.recommended(connection, tree),
                                peers.of(tree.stream().map(Sheet::accountId).toList()),
                                rules,
                                asOf)
                        .build());
    }
}
