package org.kamsuite.kit.query;

import java.util.ArrayList;
import java.util.List;

/// One expression that a list is sorted by.
record Order(String expression, FieldType type, boolean descending) {

    String sql() {
        return expression + (descending ? " desc" : "");
    }

    /// The condition of the rows after a place: `(a > ? or a = ? and (b > ?))`.
    static String after(List<Order> orders) {
        var first = orders.getFirst();
        var argument = "?::" + first.type.sql();
        var beyond = first.expression + (first.descending ? " < " : " > ") + argument;
        return orders.size() == 1
                ? "(" + beyond + ")"
                : "("
                        + beyond
                        + " or "
                        + first.expression
                        + " = "
                        + argument
                        + " and "
                        + after(orders.subList(1, orders.size()))
                        + ")";
    }

    static List<Object> arguments(List<String> values) {
        var arguments = new ArrayList<Object>();
        for (var i = 0; i < values.size(); i++) {
            arguments.add(values.get(i));
            if (i < values.size() - 1) {
                arguments.add(values.get(i));
            }
        }
        return arguments;
    }
}
