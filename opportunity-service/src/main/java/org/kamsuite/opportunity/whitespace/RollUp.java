package org.kamsuite.opportunity.whitespace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;
import static java.util.stream.Collectors.toSet;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.facts.Sheet;

/// The column of a product family in a row of the matrix: the sums of its cells.
///
/// @param centreId the row of a centre; null is that of the account with everything below it
public record RollUp(UUID accountId, @Nullable UUID centreId, String familyCode, Totals totals) {

    /// The families of each account, the top one first, and of each of its centres.
    static List<RollUp> of(Matrix matrix) {
        var rollUps = new ArrayList<RollUp>();
        for (var sheet : matrix.tree()) {
            var account = sheet.accountId();
            var below = below(matrix.tree(), account);
            rollUps.addAll(
                    families(
                            matrix,
                            account,
                            null,
                            matrix.cells().stream()
                                    .filter(cell -> below.contains(cell.accountId()))
                                    .toList()));
            matrix.cells().stream()
                    .filter(cell -> cell.accountId().equals(account))
                    .collect(groupingBy(Cell::centreId, TreeMap::new, toList()))
                    .forEach((centre, cells) ->
                            rollUps.addAll(families(matrix, account, centre, cells)));
        }
        return rollUps;
    }

    private static List<RollUp> families(
            Matrix matrix, UUID account, @Nullable UUID centre, List<Cell> cells) {
        return cells.stream()
                .collect(groupingBy(Cell::familyCode, TreeMap::new, toList()))
                .entrySet()
                .stream()
                .map(family ->
                        new RollUp(
                                account,
                                centre,
                                family.getKey(),
                                Totals.of(
                                        family.getValue(), engagements(matrix, family.getValue()))))
                .toList();
    }

    private static List<Engagement> engagements(Matrix matrix, List<Cell> cells) {
        var keys =
                cells.stream()
                        .map(cell -> new CellKey(cell.centreId(), cell.productCode()))
                        .collect(toSet());
        return matrix.engagements().stream()
                .filter(e -> keys.contains(new CellKey(e.centreId(), e.productCode())))
                .toList();
    }

    private static Set<UUID> below(List<Sheet> tree, UUID top) {
        var below = new HashSet<>(Set.of(top));
        var children = tree.stream().filter(s -> s.parentId() != null).toList();
        while (children.stream()
                .filter(child -> below.contains(child.parentId()))
                .map(Sheet::accountId)
                .map(below::add)
                .reduce(false, Boolean::logicalOr)) {
            // Each round adds the accounts one level further down.
        }
        return below;
    }
}
