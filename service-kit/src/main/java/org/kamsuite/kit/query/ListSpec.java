package org.kamsuite.kit.query;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/// What a list can be filtered and sorted by; every piece of SQL in it is ours, never the caller's.
///
/// Expressions that are sorted by should, with the identifier, have an index. Nulls come last, or
/// first if descending.
public final class ListSpec {

    private final String from;
    private final String id;
    private final FieldType idType;
    private final Map<String, Field> fields = new LinkedHashMap<>();
    private final List<String> searched = new ArrayList<>();
    private String sort = "";

    private ListSpec(String from, String id, FieldType idType) {
        this.from = from;
        this.id = id;
        this.idType = idType;
    }

    /// A list over `from …`, with an expression that identifies each row.
    public static ListSpec of(String from, String id, FieldType idType) {
        return new ListSpec(from, id, idType);
    }

    /// A field of the rows themselves: filtered and sorted by its expression.
    public ListSpec field(String name, FieldType type, String expression) {
        fields.put(name, new Field(name, type, expression, "%s", List.of(), List.of()));
        return this;
    }

    /// A field with a fixed set of values.
    public ListSpec choice(String name, String expression, Enum<?>... values) {
        var names = Arrays.stream(values).map(Enum::name).toList();
        fields.put(name, new Field(name, FieldType.TEXT, expression, "%s", List.of(), names));
        return this;
    }

    /// A field of related rows: `exists` is a subquery with `%s` where the condition on the
    /// expression stands.
    ///
    /// @param given values for the question marks before it
    public ListSpec related(
            String name, FieldType type, String expression, String exists, String... given) {
        fields.put(name, new Field(name, type, expression, exists, List.of(given), List.of()));
        return this;
    }

    /// Texts that `q=` looks into.
    public ListSpec search(String... expressions) {
        searched.addAll(List.of(expressions));
        return this;
    }

    /// The order where the caller names none, as in `-total,name`.
    public ListSpec sortedBy(String sort) {
        this.sort = sort;
        return this;
    }

    String from() {
        return from;
    }

    String id() {
        return id;
    }

    FieldType idType() {
        return idType;
    }

    String usualSort() {
        return sort;
    }

    List<String> searched() {
        return searched;
    }

    Optional<Field> field(String name) {
        return Optional.ofNullable(fields.get(name));
    }

    List<String> filterable() {
        return List.copyOf(fields.keySet());
    }

    List<String> sortable() {
        return fields.values().stream().filter(Field::sortable).map(Field::name).toList();
    }

    record Field(
            String name,
            FieldType type,
            String expression,
            String exists,
            List<String> given,
            List<String> choices) {

        boolean sortable() {
            return exists.equals("%s");
        }

        String condition(String operator) {
            return exists.replace("%s", expression + operator);
        }

        Order order(boolean descending) {
            return new Order(expression, type, descending);
        }
    }
}
