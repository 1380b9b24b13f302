package org.kamsuite.scoring.facts;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.YearMonth;
import java.time.temporal.ChronoUnit;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/// An account with everything below it, at a day: the sums that the criteria read.
public record AccountTree(Sheet top, List<Sheet> members, LocalDate asOf) {

    /// The months of the trailing twelve full months: from the first up to, not including, the
    /// last.
    public YearMonth windowStart() {
        return windowEnd().minusMonths(12);
    }

    public YearMonth windowEnd() {
        return YearMonth.from(asOf);
    }

    public boolean inWindow(YearMonth month) {
        return !month.isBefore(windowStart()) && month.isBefore(windowEnd());
    }

    public <T> List<T> all(Function<Sheet, List<T>> part) {
        return members.stream().flatMap(sheet -> part.apply(sheet).stream()).toList();
    }

    public BigDecimal revenue(YearMonth from, YearMonth before) {
        return sum(months(from, before).map(Sheet.Month::amount));
    }

    public BigDecimal cost(YearMonth from, YearMonth before) {
        return sum(months(from, before).map(Sheet.Month::cost));
    }

    /// The revenue whose cost is known.
    public BigDecimal costedRevenue(YearMonth from, YearMonth before) {
        return sum(months(from, before).map(Sheet.Month::costKnownAmount));
    }

    public BigDecimal recurringRevenue(YearMonth from, YearMonth before) {
        return sum(months(from, before).map(Sheet.Month::recurring));
    }

    /// Revenue of all time before the day's month.
    public BigDecimal pastRevenue() {
        return revenue(YearMonth.of(1, 1), windowEnd())
                .add(sum(members.stream().map(sheet -> sheet.revenue().earlier().amount())));
    }

    /// Gross margin of all time before the day's month; revenue whose cost is not known earns the
    /// rate.
    public double pastMargin(double rate) {
        var earlier = members.stream().map(sheet -> sheet.revenue().earlier()).toList();
        var cost =
                cost(YearMonth.of(1, 1), windowEnd())
                        .add(sum(earlier.stream().map(Sheet.Earlier::cost)))
                        .doubleValue();
        var costed =
                costedRevenue(YearMonth.of(1, 1), windowEnd())
                        .add(sum(earlier.stream().map(Sheet.Earlier::costKnownAmount)))
                        .doubleValue();
        return costed - cost + (pastRevenue().doubleValue() - costed) * rate;
    }

    /// Revenue of the window by product; lines without one are left out.
    public Map<String, Double> revenueByProduct() {
        return months(windowStart(), windowEnd())
                .filter(month -> month.productCode() != null)
                .collect(
                        Collectors.groupingBy(
                                month -> Objects.requireNonNull(month.productCode()),
                                Collectors.summingDouble(month -> month.amount().doubleValue())));
    }

    private Stream<Sheet.Month> months(YearMonth from, YearMonth before) {
        return members.stream()
                .flatMap(sheet -> sheet.revenue().months().stream())
                .filter(month -> !month.month().isBefore(from) && month.month().isBefore(before));
    }

    private static BigDecimal sum(Stream<BigDecimal> amounts) {
        return amounts.reduce(BigDecimal.ZERO, BigDecimal::add);
    }

    public Optional<LocalDate> firstPurchase() {
        return members.stream()
                .map(sheet -> sheet.revenue().firstPurchaseOn())
                .filter(Objects::nonNull)
                .min(LocalDate::compareTo);
    }

    public Optional<LocalDate> lastPurchase() {
        return members.stream()
                .flatMap(sheet -> lastPurchase(sheet.revenue()).stream())
                .max(LocalDate::compareTo);
    }

    /// Where the last invoice lies ahead, the end of the latest month with revenue, at most today.
    private Optional<LocalDate> lastPurchase(Sheet.Revenue revenue) {
        var last = revenue.lastPurchaseOn();
        if (last == null || !last.isAfter(asOf)) {
            return Optional.ofNullable(last);
        }
        return revenue.months().stream()
                .filter(month -> month.amount().signum() > 0)
                .map(Sheet.Month::month)
                .filter(month -> !month.isAfter(windowEnd()))
                .max(YearMonth::compareTo)
                .map(month -> month.equals(windowEnd()) ? asOf : month.atEndOfMonth());
    }

    /// Full months of history before the day's month; at most twelve count.
    public int fullMonths() {
        return firstPurchase()
                .map(day ->
                        day.getDayOfMonth() == 1
                                ? YearMonth.from(day)
                                : YearMonth.from(day).plusMonths(1))
                .map(month -> Math.clamp(ChronoUnit.MONTHS.between(month, windowEnd()), 0, 12))
                .orElse(0);
    }

    /// Revenue of the trailing twelve months, annualised from at least so many full ones; else
    /// empty.
    public Optional<Double> annualRevenue(int leastMonths) {
        var months = fullMonths();
        if (months < leastMonths) {
            return Optional.empty();
        }
        var revenue = revenue(windowEnd().minusMonths(months), windowEnd()).doubleValue();
        return Optional.of(revenue * 12 / months);
    }

    /// The share of the window's invoice lines that could be converted to the company's currency.
    public double convertedShare() {
        var converted = months(windowStart(), windowEnd()).mapToInt(Sheet.Month::lines).sum();
        var unconverted =
                members.stream()
                        .flatMap(sheet -> sheet.revenue().unconvertedLines().stream())
                        .filter(lines ->
                                !lines.month().isBefore(windowStart())
                                        && lines.month().isBefore(windowEnd()))
                        .mapToInt(Sheet.Unconverted::lines)
                        .sum();
        return converted + unconverted == 0 ? 1 : (double) converted / (converted + unconverted);
    }

    /// The years with at least one invoice.
    public int activeYears() {
        return (int)
                members.stream()
                        .flatMap(sheet -> sheet.revenue().activeYears().stream())
                        .filter(year -> year <= asOf.getYear())
                        .distinct()
                        .count();
    }

    public boolean boughtWithin(int months) {
        return lastPurchase().filter(day -> day.isAfter(asOf.minusMonths(months))).isPresent();
    }

    /// Cost to serve of a year, where any member states one.
    public double costToServe() {
        return sum(members.stream().map(Sheet::costToServe).filter(Objects::nonNull)).doubleValue();
    }
}
