package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Collection;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/// The sums of cells; money in the company's currency, unsized cells only as a number.
///
/// @param sizedCells white space that is sized in money
/// @param unsizedCells white space that is sized neither in money nor in units
/// @param whiteSpaceUnits what could still be had of products whose columns count units
/// @param unitCells white space that is sized in units
public record Totals(
        BigDecimal whiteSpaceValue,
        int sizedCells,
        int unsizedCells,
        BigDecimal whiteSpaceUnits,
        int unitCells,
        int applicableCells,
        int ownedCells,
        int unknownCells,
        BigDecimal walletInScope,
        BigDecimal ourSpendInScope,
        @Nullable BigDecimal walletShare,
        @Nullable BigDecimal walletCoverage,
        int openOpportunities,
        BigDecimal openPotential) {

    static Totals of(Collection<Cell> cells, Collection<Engagement> engagements) {
        var applicable = cells.stream().filter(c -> c.state() != CellState.BLOCKED).toList();
        var sized = applicable.stream().filter(c -> c.wallet() != null).toList();
        var white = applicable.stream().filter(c -> c.state().isWhiteSpace()).toList();
        var wallet =
                sum(sized.stream().map(c -> Objects.requireNonNull(c.wallet()).mid()).toList());
        var ours = sum(sized.stream().map(Cell::currentAnnualValue).toList());
        var open = engagements.stream().filter(e -> e.state() == Engagement.State.OPEN).toList();
        var values = white.stream().map(Cell::whiteSpaceValue).filter(Objects::nonNull).toList();
        var units = white.stream().map(Cell::whiteSpaceUnits).filter(Objects::nonNull).toList();
        return new Totals(
                sum(values),
                values.size(),
                white.size() - values.size() - units.size(),
                sum(units),
                units.size(),
                applicable.size(),
                count(applicable.stream().filter(c -> c.supply() == Supply.US).count()),
                count(applicable.stream().filter(c -> c.supply() == Supply.UNKNOWN).count()),
                wallet,
                ours,
                wallet.signum() == 0 ? null : ours.divide(wallet, 4, RoundingMode.HALF_UP),
                share(sized.size(), applicable.size()),
                open.size(),
                sum(open.stream().map(Engagement::potential).filter(Objects::nonNull).toList()));
    }

    private static int count(long number) {
        return Math.toIntExact(number);
    }

    private static BigDecimal sum(List<BigDecimal> amounts) {
        return amounts.stream()
                .reduce(BigDecimal.ZERO, BigDecimal::add)
                .setScale(4, RoundingMode.HALF_UP);
    }

    private static @Nullable BigDecimal share(int part, int whole) {
        return whole == 0
                ? null
                : BigDecimal.valueOf(part)
                        .divide(BigDecimal.valueOf(whole), 4, RoundingMode.HALF_UP);
    }
}
