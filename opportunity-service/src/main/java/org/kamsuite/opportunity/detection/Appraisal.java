package org.kamsuite.opportunity.detection;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.opportunity.catalogue.Product;
import org.kamsuite.opportunity.facts.Sheet;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.wallet.Affinity;
import org.kamsuite.opportunity.wallet.WalletEstimate;
import org.kamsuite.opportunity.whitespace.Cell;
import org.kamsuite.opportunity.whitespace.Matrix;
import org.kamsuite.opportunity.whitespace.Supply;

/// Says what an offer is worth, how urgent it is and why (domain §6).
final class Appraisal {

    private final Map<String, Product> products;
    private final LocalDate asOf;
    private final Set<String> heldInTree;
    private final Effort effort;
    private final Rules rules;
    private final double revenue;
    private final double walletInScope;
    private final Map<UUID, Optional<Access>> accesses = new HashMap<>();

    Appraisal(
            Matrix matrix,
            Map<String, Product> products,
            Set<String> heldInTree,
            Effort effort,
            Rules rules) {
        this.products = products;
        this.asOf = matrix.asOf();
        this.heldInTree = heldInTree;
        this.effort = effort;
        this.rules = rules;
        this.revenue = revenue(matrix.counted(), asOf);
        this.walletInScope = matrix.totals().walletInScope().doubleValue();
    }

    private static double revenue(List<Sheet> tree, LocalDate asOf) {
        var end = YearMonth.from(asOf);
        return tree.stream()
                .flatMap(sheet -> sheet.revenue().months().stream())
                .filter(month -> month.month().isBefore(end))
                .filter(month -> !month.month().isBefore(end.minusMonths(12)))
                .mapToDouble(month -> month.amount().doubleValue())
                .sum();
    }

    /// The recommendation of an offer.
    ///
    /// @param offered the cell of what is offered: another one where it is a better edition
    Recommendation of(Cell cell, Cell offered, Sheet sheet, Recommendation.Type type) {
        var needs = Needs.of(sheet, cell.centreId(), cell.familyCode(), asOf);
        var potential = potential(cell, offered);
        var expected = expected(potential, offered);
        var access =
                accesses.computeIfAbsent(
                        cell.centreId(), centre -> Access.to(centre, sheet, asOf, rules));
        var complement = complement(cell, offered);
        var timing = timing(cell, sheet, needs);
        var value = value(expected);
        var priority =
                Priority.of(
                        value.part(),
                        needs.strength(),
                        (offered.adoption() + (complement == null ? 0 : 1)) / 2,
                        timing.part(),
                        access.map(Access::part).orElse(0.0),
                        evidenced(cell, needs));
        var hours = effort.hours(type, access.isPresent());
        return new Recommendation(
                id(cell),
                cell.accountId(),
                cell.centreId(),
                cell.productCode(),
                offered.productCode(),
                type,
                evidenced(cell, needs),
                sheet.mustBeFixedFirst(cell.centreId(), asOf),
                cell.renewalRisk(),
                cell.holdingId(),
                priority,
                potential,
                WalletEstimate.basisOf(cell.wallet()),
                offered.adoption(),
                expected,
                hours,
                expected == null ? null : expected.divide(hours, 4, RoundingMode.HALF_UP),
                access.map(Access::stakeholder).orElse(null),
                access.map(Access::introduction).orElse(List.of()),
                needs.ids(),
                Reasons.of(
                        cell,
                        offered,
                        type,
                        value.reason(),
                        Reasons.need(needs),
                        Reasons.fit(complement),
                        timing.reason(),
                        access.map(Access::reason).orElse(Reasons.NO_SUPPORTER)));
    }

    /// What the customer does itself, or what we do not know, stays a hypothesis.
    private static boolean evidenced(Cell cell, Needs needs) {
        return needs.evidenced()
                && cell.supply() != Supply.UNKNOWN
                && cell.supply() != Supply.IN_HOUSE;
    }

    /// What is left of the wallet, and of a better edition no more than its price adds.
    private @Nullable BigDecimal potential(Cell cell, Cell offered) {
        var wallet = cell.wallet();
        if (wallet == null) {
            return null;
        }
        var open =
                cell.whiteSpaceValue() == null
                        ? wallet.mid().subtract(cell.currentAnnualValue()).max(BigDecimal.ZERO)
                        : cell.whiteSpaceValue();
        return offered.equals(cell) ? open : raise(cell, offered).map(open::min).orElse(open);
    }

    private Optional<BigDecimal> raise(Cell cell, Cell offered) {
        var held = price(cell);
        var better = price(offered);
        if (held == null || better == null || held.signum() == 0) {
            return Optional.empty();
        }
        return Optional.of(
                cell.currentAnnualValue()
                        .multiply(better.subtract(held))
                        .divide(held, 4, RoundingMode.HALF_UP)
                        .max(BigDecimal.ZERO));
    }

    private @Nullable BigDecimal price(Cell cell) {
        return Objects.requireNonNull(products.get(cell.productCode())).listPrice();
    }

    private static @Nullable BigDecimal expected(@Nullable BigDecimal potential, Cell offered) {
        return potential == null
                ? null
                : potential
                        .multiply(BigDecimal.valueOf(offered.adoption()))
                        .setScale(4, RoundingMode.HALF_UP);
    }

    /// Against the revenue of twelve months; of who has not bought yet, against the wallet in
    /// scope.
    private Explained value(@Nullable BigDecimal expected) {
        if (expected == null) {
            return new Explained(0, Reasons.NOT_SIZED);
        }
        var measure = revenue > 0 ? "REVENUE" : "WALLET";
        var against = revenue > 0 ? revenue : walletInScope;
        return new Explained(
                Priority.value(expected.doubleValue(), against),
                Recommendation.Reason.of(
                        ReasonCode.EXPECTED_VALUE,
                        Map.of(
                                "expected", Reasons.decimal(expected),
                                "measure", measure,
                                "against", Reasons.decimal(BigDecimal.valueOf(against)))));
    }

    /// What is held already, or is held in the tree and goes well with the offer: by the catalogue,
    /// else because peers tend to have both.
    private @Nullable String complement(Cell cell, Cell offered) {
        if (cell.supply() == Supply.US) {
            return cell.productCode();
        }
        var product = Objects.requireNonNull(products.get(offered.productCode()));
        return heldInTree.stream()
                .filter(held -> goesWith(products.get(held), product))
                .min(Comparator.naturalOrder())
                .or(() -> Optional.ofNullable(offered.affinity()).map(Affinity::held))
                .orElse(null);
    }

    private static boolean goesWith(@Nullable Product held, Product offered) {
        return held != null
                && (held.has(Product.EdgeKind.COMPLEMENTS, offered.productCode())
                        || offered.has(Product.EdgeKind.COMPLEMENTS, held.productCode()));
    }

    /// Whether a window is open: our renewal, the rival's, the next budget of the centre, which is
    /// made in the time before its year begins, or the date of a goal is near.
    private Explained timing(Cell cell, Sheet sheet, Needs needs) {
        var due = needs.dueOn();
        var budget = sheet.fiscalYear(cell.centreId()).map(year -> year.nextAfter(asOf));
        return window("RENEWAL", cell.renewalOn())
                .or(() -> window("RIVAL_RENEWAL", cell.rivalRenewalOn()))
                .or(() -> window("BUDGET", budget.orElse(null)))
                .or(() -> window("GOAL", due))
                .orElseGet(() ->
                        due == null
                                ? new Explained(0.3, Reasons.NO_WINDOW)
                                : new Explained(
                                        0.6,
                                        Recommendation.Reason.of(
                                                ReasonCode.GOAL_LATER,
                                                Map.of("on", due.toString()))));
    }

    private Optional<Explained> window(String what, @Nullable LocalDate day) {
        if (day == null || !rules.isOpen(asOf, day)) {
            return Optional.empty();
        }
        return Optional.of(
                new Explained(
                        1,
                        Recommendation.Reason.of(
                                ReasonCode.WINDOW_OPEN, Map.of("of", what, "on", day.toString()))));
    }

    private static UUID id(Cell cell) {
        return UUID.nameUUIDFromBytes(
                (cell.accountId() + "/" + cell.centreId() + "/" + cell.productCode())
                        .getBytes(StandardCharsets.UTF_8));
    }

    /// A part of the priority and why it is so large.
    private record Explained(double part, Recommendation.Reason reason) {}
}
