package org.kamsuite.opportunity.whitespace;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// The column of a product family in a row of the matrix: the sums of its cells.
///
/// @param centreId the row of a centre; null is that of the account with everything below it that
///   counts in its sums
public record RollUp(UUID accountId, @Nullable UUID centreId, String familyCode, Totals totals) {

    /// The families of each account, the top one first, and of each of its centres.
    static List<RollUp> of(Matrix matrix) {
        var rollUps = new ArrayList<RollUp>();
        for (var sheet : matrix.tree()) {
            var account = sheet.accountId();
            rollUps.addAll(
                    families(matrix, account, null, matrix.cells(matrix.countedIn(account))));
            matrix.cells(Set.of(account)).stream()
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
                                account, centre, family.getKey(), matrix.totals(family.getValue())))
                .toList();
    }
}
