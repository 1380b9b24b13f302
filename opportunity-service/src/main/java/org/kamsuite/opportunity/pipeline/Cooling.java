package org.kamsuite.opportunity.pipeline;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.rules.Rules;

/// How long nothing is offered again after a loss or a dismissal (domain §6, decision 18).
///
/// @param nextFiscalYear the day on which the customer has a new budget
record Cooling(Rules rules, LocalDate today, LocalDate nextFiscalYear) {

    /// The day on which it may be offered again, by the reason of the move; null where it names
    /// none.
    @Nullable LocalDate until(Move move) {
        return switch (move.reasonCode()) {
            case PRICE, DUPLICATE, OTHER -> today.plusMonths(rules.coolingPriceMonths());
            case FIT, ALREADY_OWNED, NOT_APPLICABLE, NO_NEED ->
                    today.plusMonths(rules.coolingFitMonths());
            case WRONG_CONTACT -> today.plusMonths(rules.coolingContactMonths());
            case BAD_TIMING ->
                    move.notBefore() == null
                            ? today.plusMonths(rules.coolingPriceMonths())
                            : move.notBefore();
            case NO_BUDGET -> nextFiscalYear;
            case TIMING -> move.notBefore();
            case null -> null;
        };
    }
}
