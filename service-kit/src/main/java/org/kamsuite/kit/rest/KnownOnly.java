package org.kamsuite.kit.rest;

import com.fasterxml.jackson.core.JsonGenerator;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.SerializerProvider;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.ser.std.StdSerializer;
import java.io.IOException;

/// Writes stored JSON as answers are: without the properties that are null.
public final class KnownOnly extends StdSerializer<JsonNode> {

    private static final long serialVersionUID = 1L;

    public KnownOnly() {
        super(JsonNode.class);
    }

    @Override
    public void serialize(JsonNode json, JsonGenerator out, SerializerProvider provider)
            throws IOException {
        switch (json) {
            case ObjectNode object -> {
                out.writeStartObject();
                for (var property : object.properties()) {
                    if (!property.getValue().isNull()) {
                        out.writeFieldName(property.getKey());
                        serialize(property.getValue(), out, provider);
                    }
                }
                out.writeEndObject();
            }
            case ArrayNode array -> {
                out.writeStartArray();
                for (var item : array) {
                    serialize(item, out, provider);
                }
                out.writeEndArray();
            }
            default -> out.writeTree(json);
        }
    }
}
