package org.kamsuite.opportunity;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.datatype.jsr310.JavaTimeModule;
import java.util.UUID;
import org.kamsuite.opportunity.facts.Sheet;

/// Fact sheets as the account service writes them, reduced to what a test is about.
public final class SheetFixtures {

    public static final UUID ACCOUNT = UUID.fromString("01938b1c-0000-7000-8000-000000000001");
    public static final UUID OPERATIONS = UUID.fromString("01938b1c-0000-7000-8000-0000000000c1");
    public static final UUID FINANCE = UUID.fromString("01938b1c-0000-7000-8000-0000000000c2");
    public static final UUID HOLDING = UUID.fromString("01938b1c-0000-7000-8000-0000000000b1");

    private static final ObjectMapper JSON =
            JsonMapper.builder().addModule(new JavaTimeModule()).build();

    private SheetFixtures() {}

    /// Operations holds 100 basic sensors, Finance nothing; `more` replaces or adds fields.
    public static Sheet account(String more) {
        try {
            var sheet = (ObjectNode) JSON.readTree(BASE);
            sheet.setAll((ObjectNode) JSON.readTree("{" + more.replace('\'', '"') + "}"));
            return JSON.treeToValue(sheet, Sheet.class);
        } catch (JsonProcessingException e) {
            throw new IllegalArgumentException("The fixture is no JSON: " + e.getMessage(), e);
        }
    }

    private static final String BASE =
            """
            {
              "accountId": "01938b1c-0000-7000-8000-000000000001",
              "externalIds": [], "name": "Aurora", "parentId": null, "sectorCode": "35.1",
              "headcount": 400,
              "centres": [
                { "centreId": "01938b1c-0000-7000-8000-0000000000c1", "name": "Operations",
                  "area": "OPERATIONS", "decisionScope": [], "status": "ACTIVE" },
                { "centreId": "01938b1c-0000-7000-8000-0000000000c2", "name": "Finance",
                  "area": "FINANCE", "decisionScope": [], "status": "IDENTIFIED" }
              ],
              "stakeholders": [],
              "holdings": [
                { "holdingId": "01938b1c-0000-7000-8000-0000000000b1",
                  "centreId": "01938b1c-0000-7000-8000-0000000000c1",
                  "productCode": "SENSOR-BASIC", "quantity": "100.0000",
                  "annualValue": "200000.0000", "startsOn": "2024-01-01" }
              ],
              "contracts": [], "wins": [], "revenue": { "months": [] }, "complaints": [],
              "goals": [], "painPoints": [], "dislikes": []
            }
            """;
}
