package org.kamsuite.local.hostile;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/// Bodies that are right, made from their schemas: what a hostile request breaks one thing of.
///
/// Free texts are legal but look like an attack, so that what is stored is hostile too.
final class Samples {

    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;
    private static final String TEXT = "O'Hara\"; drop table accounts; -- %_\\ <b> ${x} €𝄞 ";

    /// What cannot be guessed from a schema, by the name of the property.
    private static final Map<String, String> NAMED =
            Map.ofEntries(
                    Map.entry("currency", "EUR"),
                    Map.entry("zone", "America/Sao_Paulo"),
                    Map.entry("country", "BR"),
                    Map.entry("sectorCode", "35.1"),
                    Map.entry("sectors", "35.1"),
                    Map.entry("families", "FAMILY"),
                    Map.entry("familyCode", "FAMILY"),
                    Map.entry("languages", "pt-BR"),
                    Map.entry("system", Seeds.SYSTEM),
                    Map.entry("worksFrom", "09:00"),
                    Map.entry("worksUntil", "18:00"),
                    Map.entry("contractHours", "160"),
                    Map.entry("hoursPerAccount", "12"),
                    Map.entry("amount", "1250.50"),
                    Map.entry("cycleMonths", "3"),
                    Map.entry("supply", "RIVAL"),
                    Map.entry("to", "DISMISSED"),
                    Map.entry("reasonCode", "DUPLICATE"),
                    Map.entry("basis", "CUSTOMER_STATED"),
                    Map.entry("lifeCycle", "ACTIVE"),
                    Map.entry("status", "ACTIVE"),
                    Map.entry("value", "50"),
                    Map.entry("productCode of an edge", "CODE-2"),
                    Map.entry("email", "o'hara@example.org"));

    /// Dates of what is yet to come; all others lie behind.
    private static final Set<String> AHEAD =
            Set.of("endsOn", "renewalOn", "dueOn", "until", "reviewOn", "rivalRenewalOn");

    /// Properties that only some values of others allow, and references to what need not exist.
    private static final Set<String> LEFT_OUT =
            Set.of(
                    "parentId",
                    "parentSince",
                    "editionOf",
                    "veto",
                    "insolvent",
                    "blockReason",
                    "userName",
                    "inFavourOf",
                    "otherStakeholderId");

    /// Identifiers in other systems are nobody else's.
    private static final AtomicInteger NEXT = new AtomicInteger();

    private static final Set<String> OF_A_DISMISSAL = Set.of("to", "reasonCode", "reason");

    private final LocalDate today = LocalDate.now(ZoneOffset.UTC);
    private final Schemas schemas;
    private final Function<String, Optional<String>> ids;

    /// @param ids what a property refers to, by its name
    Samples(Schemas schemas, Function<String, Optional<String>> ids) {
        this.schemas = schemas;
        this.ids = ids;
    }

    /// A body of the schema; two variants differ.
    JsonNode of(JsonNode schema, int variant) {
        return value("", schemas.resolve(schema), variant);
    }

    private JsonNode value(String name, ObjectNode schema, int variant) {
        return switch (Form.of(schema)) {
            case OBJECT -> object(schema, variant);
            case LIST ->
                    name.equals("judgements")
                            ? everyPair(schemas.resolve(schema.path("items")), variant)
                            : JSON.arrayNode()
                                    .add(
                                            value(
                                                    name,
                                                    schemas.resolve(schema.path("items")),
                                                    variant));
            case CHOICE -> choice(ids.apply(name).orElse(NAMED.getOrDefault(name, "")), schema);
            case TRUTH -> JSON.booleanNode(variant % 2 == 1 && !name.equals("raiseEpoch"));
            case WHOLE_NUMBER -> wholeNumber(name, schema, variant);
            case DECIMAL -> JSON.textNode(NAMED.getOrDefault(name, "0." + (variant % 9 + 1)));
            case DATE -> JSON.textNode(date(name, variant).toString());
            case INSTANT -> JSON.textNode(today.minusDays(20L + variant) + "T10:00:00Z");
            case ID ->
                    JSON.textNode(
                            ids.apply(name)
                                    .orElse("0190a0b0-0000-7000-8000-00000000000" + variant % 10));
            case TEXT -> JSON.textNode(text(name, schema, variant));
            case ANY, BYTES -> throw new IllegalStateException("There is no sample of " + schema);
        };
    }

    private ObjectNode object(ObjectNode schema, int variant) {
        var object = JSON.objectNode();
        var isEdge = schema.path("properties").has("since");
        var isMove = schema.path("properties").has("contractNumber");
        for (var property : schema.path("properties").properties()) {
            var name = property.getKey();
            var value = schemas.resolve(property.getValue());
            if (!LEFT_OUT.contains(name)
                    && !value.path("readOnly").asBoolean()
                    && (!isMove || OF_A_DISMISSAL.contains(name))) {
                object.set(name, value(isEdge ? name + " of an edge" : name, value, variant));
            }
        }
        return object;
    }

    /// One judgement of each pair of criteria.
    private JsonNode everyPair(ObjectNode judgement, int variant) {
        var criteria = schemas.resolve(judgement.at("/properties/criterion")).path("enum");
        var pairs = JSON.arrayNode();
        for (var one = 0; one < criteria.size(); one++) {
            for (var other = one + 1; other < criteria.size(); other++) {
                pairs.addObject()
                        .put("value", Integer.toString(variant))
                        .<ObjectNode>set("criterion", criteria.get(one))
                        .set("other", criteria.get(other));
            }
        }
        return pairs;
    }

    private static JsonNode choice(String wanted, ObjectNode schema) {
        for (var choice : schema.path("enum")) {
            if (choice.asText().equals(wanted)) {
                return choice;
            }
        }
        return schema.path("enum").get(0);
    }

    private static JsonNode wholeNumber(String name, ObjectNode schema, int variant) {
        if (NAMED.containsKey(name)) {
            return JSON.numberNode(Integer.parseInt(NAMED.get(name)));
        }
        var least = schema.path("minimum").asInt(0);
        var most = schema.path("maximum").asInt(least + 5);
        return JSON.numberNode(least + (variant % (most - least + 1)));
    }

    private LocalDate date(String name, int variant) {
        return AHEAD.contains(name)
                ? today.plusDays(60L + variant)
                : today.minusDays(20L + variant);
    }

    private String text(String name, ObjectNode schema, int variant) {
        var known = ids.apply(name).orElse(NAMED.get(name));
        if (known != null) {
            return known;
        }
        var pattern = schema.path("pattern").asText("\\S");
        if (!pattern.equals("\\S")) {
            return "CODE-" + variant;
        }
        if (name.equals("id")) {
            return TEXT + NEXT.incrementAndGet();
        }
        var most = schema.path("maxLength").asInt(TEXT.length() + 10);
        var text = variant + TEXT + variant;
        return text.substring(0, Math.min(text.length(), most));
    }
}
