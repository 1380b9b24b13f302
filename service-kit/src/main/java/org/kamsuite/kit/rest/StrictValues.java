package org.kamsuite.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.JsonDeserializer;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.deser.std.NumberDeserializers;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.type.LogicalType;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import java.util.function.Function;
import org.kamsuite.kit.query.FieldType;

/// Reads texts, numbers, truth values, dates, instants and identifiers only where they stand as
/// such and can be stored.
final class StrictValues {

    private static final int MOST_DIGITS = 100;

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict-values")
                .addDeserializer(String.class, new Texts())
                .addDeserializer(BigDecimal.class, new Decimals())
                .addDeserializer(int.class, new Primitive<>(int.class, 0))
                .addDeserializer(long.class, new Primitive<>(long.class, 0L))
                .addDeserializer(boolean.class, new Primitive<>(boolean.class, false))
                .addDeserializer(
                        LocalDate.class,
                        new Written<>(LocalDate.class, FieldType.DATE, LocalDate::parse))
                .addDeserializer(
                        Instant.class,
                        new Written<>(Instant.class, FieldType.INSTANT, Instant::parse))
                .addDeserializer(
                        UUID.class, new Written<>(UUID.class, FieldType.ID, UUID::fromString));
    }

    private static final class Texts extends StdScalarDeserializer<String> {
        private static final long serialVersionUID = 1L;

        Texts() {
            super(String.class);
        }

        @Override
        public String deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (String) context.handleUnexpectedToken(String.class, json);
            }
            var text = json.getText();
            return JsonRules.isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "not storable");
        }
    }

    private static final class Decimals extends StdScalarDeserializer<BigDecimal> {
        private static final long serialVersionUID = 1L;

        Decimals() {
            super(BigDecimal.class);
        }

        @Override
        public BigDecimal deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING) && !json.currentToken().isNumeric()) {
                return (BigDecimal) context.handleUnexpectedToken(BigDecimal.class, json);
            }
            var text = json.getText();
            if (FieldType.NUMBER.accepts(text)) {
                var number = new BigDecimal(text);
                if (number.precision() <= MOST_DIGITS && Math.abs(number.scale()) <= MOST_DIGITS) {
                    return number;
                }
            }
            return (BigDecimal)
                    context.handleWeirdStringValue(BigDecimal.class, text, "not a decimal");
        }
    }

    /// A number or truth value: left out it is zero or false, but null is none.
    private static final class Primitive<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final transient JsonDeserializer<?> values;
        private final transient T absent;

        Primitive(Class<T> type, T absent) {
            super(type);
            this.values = NumberDeserializers.find(type, type.getName());
            this.absent = absent;
        }

        @Override
        @SuppressWarnings("unchecked") // Jackson's own reader of the same type
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            return (T) values.deserialize(json, context);
        }

        @Override
        public T getNullValue(DeserializationContext context) throws JsonMappingException {
            return context.reportInputMismatch(this, "null is no value");
        }

        @Override
        public T getAbsentValue(DeserializationContext context) {
            return absent;
        }

        @Override
        public LogicalType logicalType() {
            return values.logicalType();
        }
    }

    /// A value that is a text of one form only.
    private static final class Written<T> extends StdScalarDeserializer<T> {
        private static final long serialVersionUID = 1L;

        private final Class<T> type;
        private final FieldType form;
        private final transient Function<String, T> parse;

        Written(Class<T> type, FieldType form, Function<String, T> parse) {
            super(type);
            this.type = type;
            this.form = form;
            this.parse = parse;
        }

        @Override
        public T deserialize(JsonParser json, DeserializationContext context) throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return type.cast(context.handleUnexpectedToken(type, json));
            }
            var text = json.getText();
            return form.accepts(text)
                    ? parse.apply(text)
                    : type.cast(context.handleWeirdStringValue(type, text, "another form"));
        }
    }
}
