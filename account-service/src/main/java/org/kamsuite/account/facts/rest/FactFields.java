package org.kamsuite.account.facts.rest;

import jakarta.persistence.Table;
import java.lang.reflect.RecordComponent;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.Money;
import org.kamsuite.kit.query.FieldType;
import org.kamsuite.kit.query.ListSpec;

/// What facts of one kind can be filtered and sorted by: every component of their content.
final class FactFields {

    private static final Map<Class<?>, FieldType> TYPES =
            Map.of(
                    String.class, FieldType.TEXT,
                    UUID.class, FieldType.ID,
                    BigDecimal.class, FieldType.NUMBER,
                    Integer.class, FieldType.NUMBER,
                    int.class, FieldType.NUMBER,
                    boolean.class, FieldType.BOOLEAN,
                    LocalDate.class, FieldType.DATE,
                    Instant.class, FieldType.INSTANT);

    private final String table;
    private final List<RecordComponent> components;

    FactFields(Class<?> kind, Class<?> content) {
        this.table = kind.getAnnotation(Table.class).name();
        this.components = List.of(content.getRecordComponents());
    }

    /// The list of one account's facts; the identifier is of a type that holds no SQL.
    ListSpec of(UUID account) {
        var spec =
                ListSpec.of(
                        "from (select * from %s where account_id = '%s') f"
                                .formatted(table, account),
                        "f.id",
                        FieldType.ID);
        spec.field("recordedAt", FieldType.INSTANT, "f.recorded_at");
        spec.field("recordedBy", FieldType.TEXT, "f.recorded_by");
        filtered(spec, "sourceSystem", FieldType.TEXT, "f.source_system");
        filtered(spec, "sourceId", FieldType.TEXT, "f.source_id");
        components.forEach(component -> add(spec, component));
        return spec;
    }

    private static void add(ListSpec spec, RecordComponent component) {
        var name = component.getName();
        var column = "f." + snake(name);
        if (component.getType() == Money.class) {
            spec.field(name + ".amount", FieldType.NUMBER, "f.amount");
            spec.field(name + ".currency", FieldType.TEXT, "f.currency");
        } else if (component.getType() == List.class) {
            spec.related(
                    name,
                    FieldType.TEXT,
                    "item",
                    "exists (select 1 from unnest(" + column + "::text[]) item where %s)");
        } else if (component.getType().isEnum()) {
            spec.choice(name, column, (Enum<?>[]) component.getType().getEnumConstants());
        } else {
            type(component).ifPresent(type -> add(spec, component, type, column));
        }
    }

    private static void add(
            ListSpec spec, RecordComponent component, FieldType type, String column) {
        if (component.getAnnotatedType().isAnnotationPresent(Nullable.class)) {
            filtered(spec, component.getName(), type, column);
        } else {
            spec.field(component.getName(), type, column);
        }
    }

    /// A field that may be missing is filtered by, but no order rests on it.
    private static void filtered(ListSpec spec, String name, FieldType type, String column) {
        spec.related(name, type, column, "(%s)");
    }

    private static Optional<FieldType> type(RecordComponent component) {
        return Optional.ofNullable(TYPES.get(component.getType()));
    }

    private static String snake(String name) {
        return name.replaceAll("([a-z])([A-Z])", "$1_$2").toLowerCase(Locale.ROOT);
    }
}
