package org.kamsuite.kit.query;

import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/// One expression that a list is sorted by.
record Order(String expression, FieldType type, boolean descending) {

    String sql() {
        return expression + (descending ? " desc" : "");
    }

    String written() {
        return type.written(expression);
    }

    /// The condition of the rows after a place, in the order that PostgreSQL gives to nulls too.
    static String after(List<Order> orders, List<@Nullable String> values) {
        var first = orders.getFirst();
        var value = values.getFirst();
        var beyond = value == null ? first.beyondNull() : first.beyond();
        if (orders.size() == 1) {
            return "(" + beyond + ")";
        }
        var same = first.expression + (value == null ? " is null" : " = ?::" + first.type.sql());
        var rest = after(orders.subList(1, orders.size()), values.subList(1, values.size()));
        return "(" + beyond + " or " + same + " and " + rest + ")";
    }

    /// Ascending, nulls come last; descending, they come first.
    private String beyond() {
        return descending
                ? expression + " < ?::" + type.sql()
                : expression + " > ?::" + type.sql() + " or " + expression + " is null";
    }

    private String beyondNull() {
        return descending ? expression + " is not null" : "false";
    }

    /// What the condition compares with, in its order.
    static List<Object> arguments(List<@Nullable String> values) {
        var arguments = new ArrayList<Object>();
        for (var i = 0; i < values.size(); i++) {
            var value = values.get(i);
            if (value != null) {
                arguments.add(value);
                if (i < values.size() - 1) {
                    arguments.add(value);
                }
            }
        }
        return arguments;
    }
}
