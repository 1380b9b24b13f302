package org.kamsuite.kit.rest;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import com.fasterxml.jackson.databind.DeserializationContext;
import com.fasterxml.jackson.databind.deser.std.StdScalarDeserializer;
import com.fasterxml.jackson.databind.module.SimpleModule;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import org.kamsuite.kit.query.FieldType;

/// Reads texts, decimals and dates only where they stand as such and can be stored.
final class StrictValues {

    private static final int MOST_DIGITS = 100;

    private StrictValues() {}

    static SimpleModule module() {
        return new SimpleModule("strict-values")
                .addDeserializer(String.class, new Texts())
                .addDeserializer(BigDecimal.class, new Decimals())
                .addDeserializer(LocalDate.class, new Dates());
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
            return isStorable(text)
                    ? text
                    : (String) context.handleWeirdStringValue(String.class, text, "not storable");
        }

        private static boolean isStorable(String text) {
            return text.codePoints()
                    .noneMatch(
                            point -> point == 0 || Character.getType(point) == Character.SURROGATE);
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

    private static final class Dates extends StdScalarDeserializer<LocalDate> {
        private static final long serialVersionUID = 1L;

        Dates() {
            super(LocalDate.class);
        }

        @Override
        public LocalDate deserialize(JsonParser json, DeserializationContext context)
                throws IOException {
            if (!json.hasToken(JsonToken.VALUE_STRING)) {
                return (LocalDate) context.handleUnexpectedToken(LocalDate.class, json);
            }
            var text = json.getText();
            return FieldType.DATE.accepts(text)
                    ? LocalDate.parse(text)
                    : (LocalDate) context.handleWeirdStringValue(LocalDate.class, text, "no date");
        }
    }
}
