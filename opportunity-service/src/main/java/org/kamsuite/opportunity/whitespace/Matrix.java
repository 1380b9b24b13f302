package org.kamsuite.opportunity.whitespace;

import java.time.LocalDate;
import java.util.List;
import org.kamsuite.opportunity.facts.Sheet;

/// The matrix of an account's tree at a day: its cells, and their sums.
public record Matrix(
        List<Sheet> tree, LocalDate asOf, List<Cell> cells, List<Engagement> engagements) {

    public Totals totals() {
        return Totals.of(cells, engagements);
    }

    /// The sums by product family of each account and centre.
    public List<RollUp> rollUps() {
        return RollUp.of(this);
    }
}
