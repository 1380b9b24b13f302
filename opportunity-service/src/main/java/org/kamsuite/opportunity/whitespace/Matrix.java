package org.kamsuite.opportunity.whitespace;

import static java.util.stream.Collectors.toSet;

import java.time.LocalDate;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.kamsuite.opportunity.facts.Sheet;

/// The matrix of an account's tree at a day: its cells, and their sums.
///
/// @param tree the account, first, and everything below it
/// @param unknownProducts what is held and has no cell, as the catalogue does not know it
public record Matrix(
        List<Sheet> tree,
        LocalDate asOf,
        List<Cell> cells,
        List<UnknownProduct> unknownProducts,
        List<Engagement> engagements) {

    /// The sums of the account: without what counts for itself, whose cells are shown all the same.
    public Totals totals() {
        return totals(cells(countedIn(tree.getFirst().accountId())));
    }

    /// How many products are held, by what counts in the sums of the account, that the catalogue
    /// does not know.
    public int unknownProductsCounted() {
        var counted = countedIn(tree.getFirst().accountId());
        return Math.toIntExact(
                unknownProducts.stream()
                        .filter(product -> counted.contains(product.accountId()))
                        .map(UnknownProduct::productCode)
                        .distinct()
                        .count());
    }

    /// The sums by product family of each account and centre.
    public List<RollUp> rollUps() {
        return RollUp.of(this);
    }

    /// The sheets of the account and of everything below it that counts in its sums.
    public List<Sheet> counted() {
        var counted = countedIn(tree.getFirst().accountId());
        return tree.stream().filter(sheet -> counted.contains(sheet.accountId())).toList();
    }

    Totals totals(Collection<Cell> of) {
        var keys =
                of.stream()
                        .map(cell -> new CellKey(cell.centreId(), cell.productCode()))
                        .collect(toSet());
        return Totals.of(
                of,
                engagements.stream()
                        .filter(e -> keys.contains(new CellKey(e.centreId(), e.productCode())))
                        .toList());
    }

    List<Cell> cells(Set<UUID> of) {
        return cells.stream().filter(cell -> of.contains(cell.accountId())).toList();
    }

    /// The account and everything below it that counts in its sums.
    Set<UUID> countedIn(UUID top) {
        var counted = new HashSet<>(Set.of(top));
        var children =
                tree.stream()
                        .filter(sheet -> sheet.parentId() != null && sheet.countsAbove(asOf))
                        .toList();
        while (children.stream()
                .filter(child -> counted.contains(child.parentId()))
                .map(Sheet::accountId)
                .map(counted::add)
                .reduce(false, Boolean::logicalOr)) {
            // Each round adds the accounts one level further down.
        }
        return counted;
    }
}
