package org.kamsuite.kit.contract;

import org.eclipse.microprofile.openapi.models.media.Schema;

/// Corrects the scanner's pattern of decimals: it forgets the sign.
final class Decimals {

    private static final String REFERENCE = "#/components/schemas/Decimal";

    private Decimals() {}

    static void allowNegative(Schema schema) {
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(Decimals::allowNegative);
        }
        var pattern = schema.getPattern();
        if (REFERENCE.equals(schema.getRef()) && pattern != null && pattern.startsWith("^\\d")) {
            schema.setPattern("^-?" + pattern.substring(1));
        }
    }
}
