package org.kamsuite.kit.query;

import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Invalid;
import org.kamsuite.kit.problem.Problem;
import org.kamsuite.kit.problem.ValueForms;

/// The query parameters of a list, read once into parameterised SQL; all violations are named
/// together.
final class ListQuery {

    static final int MOST = 500;
    private static final int USUAL = 50;
    private static final Map<String, String> OPERATORS =
            Map.of("gte", ">=", "gt", ">", "lte", "<=", "lt", "<", "ne", "<>");
    private static final Set<String> GENERAL = Set.of("limit", "cursor", "sort", "count", "q");

    private final ListSpec spec;
    private final List<Problem.Fault> faults = new ArrayList<>();
    private final List<String> conditions = new ArrayList<>();
    private final List<Object> arguments = new ArrayList<>();
    private final List<Order> orders = new ArrayList<>();
    private int limit = USUAL;
    private boolean counted;
    private @Nullable Cursor cursor;

    private ListQuery(ListSpec spec) {
        this.spec = spec;
    }

    static ListQuery of(
            ListSpec spec, MultivaluedMap<String, String> parameters, Set<String> others) {
        var query = new ListQuery(spec);
        query.read(parameters, others);
        if (!query.faults.isEmpty()) {
            throw new Invalid(query.faults);
        }
        return query;
    }

    private void read(MultivaluedMap<String, String> parameters, Set<String> others) {
        readLimit(only(parameters, "limit"));
        readCount(only(parameters, "count"));
        readSort(only(parameters, "sort"));
        readSearch(only(parameters, "q"));
        for (var parameter : parameters.entrySet()) {
            if (!GENERAL.contains(parameter.getKey()) && !others.contains(parameter.getKey())) {
                parameter.getValue().forEach(value -> readFilter(parameter.getKey(), value));
            }
        }
        var text = only(parameters, "cursor");
        if (text != null) {
            readCursor(text);
        }
    }

    private @Nullable String only(MultivaluedMap<String, String> parameters, String name) {
        var values = parameters.getOrDefault(name, List.of());
        if (values.size() > 1) {
            fault(name, name + " is given more than once");
        }
        return values.size() == 1 ? values.getFirst() : null;
    }

    private void readLimit(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (value.matches("[1-9]\\d{0,2}") && Integer.parseInt(value) <= MOST) {
            limit = Integer.parseInt(value);
        } else {
            fault(
                    "limit",
                    "A limit is a whole number from 1 to "
                            + MOST
                            + ", not "
                            + ValueForms.shown(value));
        }
    }

    private void readCount(@Nullable String value) {
        counted = "exact".equals(value);
        if (value != null && !counted) {
            fault("count", "The only value of count is exact, not " + ValueForms.shown(value));
        }
    }

    private void readSearch(@Nullable String value) {
        if (value == null) {
            return;
        }
        if (spec.searched().isEmpty()) {
            fault("q", "This list has no texts to search");
        } else if (!FieldType.TEXT.accepts(value)) {
            fault("q", "q is a text");
        } else {
            conditions.add(
                    spec.searched().stream()
                            .map(expression -> expression + " ilike ?")
                            .collect(Collectors.joining(" or ", "(", ")")));
            var pattern =
                    "%" + value.replace("\\", "\\\\").replace("%", "\\%").replace("_", "\\_") + "%";
            spec.searched().forEach(expression -> arguments.add(pattern));
        }
    }

    private void readSort(@Nullable String value) {
        var text = value == null ? spec.usualSort() : value;
        var names = new HashSet<String>();
        for (var part : text.isEmpty() && value == null ? new String[0] : text.split(",", -1)) {
            var name = part.startsWith("-") ? part.substring(1) : part;
            var field = spec.field(name).filter(ListSpec.Field::sortable);
            if (field.isEmpty()) {
                fault(
                        "sort",
                        "Cannot sort by "
                                + ValueForms.shown(name)
                                + "; known are "
                                + spec.sortable());
            } else if (!names.add(name)) {
                fault("sort", "sort names " + name + " more than once");
            } else {
                orders.add(field.get().order(part.startsWith("-")));
            }
        }
        orders.add(new Order(spec.id(), spec.idType(), false));
    }

    private void readFilter(String parameter, String value) {
        var field = spec.field(parameter);
        if (field.isPresent()) {
            compare(field.get(), parameter, "=", value);
            return;
        }
        var dot = parameter.lastIndexOf('.');
        var operator = parameter.substring(dot + 1);
        var known = dot < 0 ? field : spec.field(parameter.substring(0, dot));
        if (known.isPresent() && operator.equals("in")) {
            compareAny(known.get(), parameter, value);
        } else if (known.isPresent() && OPERATORS.containsKey(operator)) {
            compare(known.get(), parameter, OPERATORS.get(operator), value);
        } else {
            fault(
                    ValueForms.shown(parameter),
                    "The query parameter "
                            + ValueForms.shown(parameter)
                            + " is unknown; known are limit, cursor, sort, count, q and the fields "
                            + spec.filterable()
                            + ", each also with .in .ne .gt .gte .lt .lte");
        }
    }

    private void compare(ListSpec.Field field, String parameter, String operator, String value) {
        if (valid(field, parameter, value)) {
            conditions.add(field.condition(" " + operator + " ?::" + field.type().sql()));
            arguments.addAll(field.given());
            arguments.add(value);
        }
    }

    private void compareAny(ListSpec.Field field, String parameter, String value) {
        var values = value.split(",", -1);
        if (Arrays.stream(values).allMatch(each -> valid(field, parameter, each))) {
            conditions.add(field.condition(" = any (?::" + field.type().sql() + "[])"));
            arguments.addAll(field.given());
            arguments.add(values);
        }
    }

    private boolean valid(ListSpec.Field field, String parameter, String value) {
        if (!field.type().accepts(value)) {
            fault(
                    parameter,
                    parameter + " is " + field.type().form() + ", not " + ValueForms.shown(value));
            return false;
        }
        if (!field.choices().isEmpty() && !field.choices().contains(value)) {
            fault(
                    parameter,
                    parameter
                            + " is one of "
                            + field.choices()
                            + ", not "
                            + ValueForms.shown(value));
            return false;
        }
        return true;
    }

    private void readCursor(String text) {
        if (faults.stream().anyMatch(fault -> fault.pointer().equals("sort"))) {
            return;
        }
        var read = Cursor.read(text, orders);
        if (read.isEmpty()) {
            fault("cursor", "The cursor is not one that this list gave for this order");
        } else {
            cursor = read.get();
        }
    }

    private void fault(String parameter, String detail) {
        faults.add(new Problem.Fault(parameter, detail));
    }

    int limit() {
        return limit;
    }

    boolean counted() {
        return counted;
    }

    List<Order> orders() {
        return orders;
    }

    String countSql() {
        return "select count(*) " + spec.from() + where(conditions);
    }

    List<Object> countArguments() {
        return arguments;
    }

    /// The page and one row more; the values sorted by follow the columns, as text.
    String pageSql(String columns) {
        var all = new ArrayList<>(conditions);
        if (cursor != null) {
            all.add(Order.after(orders, cursor.values()));
        }
        var keys = orders.stream().map(order -> ", " + order.written()).toList();
        return columns
                + String.join("", keys)
                + " "
                + spec.from()
                + where(all)
                + " order by "
                + String.join(", ", orders.stream().map(Order::sql).toList())
                + " limit "
                + (limit + 1);
    }

    List<Object> pageArguments() {
        var all = new ArrayList<>(arguments);
        if (cursor != null) {
            all.addAll(Order.arguments(cursor.values()));
        }
        return all;
    }

    private static String where(List<String> conditions) {
        return conditions.isEmpty() ? "" : " where " + String.join(" and ", conditions);
    }
}
