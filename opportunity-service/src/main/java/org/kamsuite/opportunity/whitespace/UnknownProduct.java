package org.kamsuite.opportunity.whitespace;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.kamsuite.opportunity.facts.Sheet;

/// A product that a buying centre holds and the catalogue does not have: it has no column, and
/// counts in no sum, until the catalogue has it.
///
/// @param annualValue in the company's currency, zero where it could not be converted
public record UnknownProduct(
        UUID accountId, UUID centreId, String productCode, BigDecimal annualValue) {

    /// What an account holds on the day of products that are not among the known ones.
    static Stream<UnknownProduct> of(Sheet sheet, Set<String> known, LocalDate day) {
        var values = new LinkedHashMap<CellKey, BigDecimal>();
        sheet.holdings().stream()
                .filter(holding -> !known.contains(holding.productCode()))
                .filter(holding -> sheet.isActiveOn(holding, day))
                .forEach(holding ->
                        values.merge(
                                new CellKey(holding.centreId(), holding.productCode()),
                                holding.value(),
                                BigDecimal::add));
        return values.entrySet().stream()
                .map(held ->
                        new UnknownProduct(
                                sheet.accountId(),
                                held.getKey().centreId(),
                                held.getKey().productCode(),
                                held.getValue().setScale(4, RoundingMode.HALF_UP)));
    }
}
