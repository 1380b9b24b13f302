package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/// The committed OpenAPI documents are those of the services, valid, and keep our rules.
class ApiContractTest {

    static final List<String> SERVICES = Suite.SERVICES;

    @ParameterizedTest
    @FieldSource("SERVICES")
    void isCommittedAsBuilt(String service) throws IOException {
        var built = Files.readString(ApiContract.built(service));

        assertThat(ApiContract.committed(service))
                .as("after a wanted change: ./kam api")
                .exists()
                .content()
                .isEqualTo(built);
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void isOpenApi31(String service) throws IOException {
        assertThat(ApiContract.read(service).violations()).isEmpty();
    }

    @ParameterizedTest
    @FieldSource("SERVICES")
    void keepsOurRules(String service) throws IOException {
        assertThat(ApiLint.findings(ApiContract.read(service))).isEmpty();
    }

    @Test
    void aDocumentWithoutTitleIsNotOpenApi31() throws IOException {
        var contract = ApiContract.read("scoring-service");

        ((ObjectNode) contract.document().required("info")).remove("title");

        assertThat(contract.violations()).isNotEmpty();
    }

    @Test
    void everyRuleFindsWhatBreaksIt() throws IOException {
        var contract = ApiContract.read("scoring-service");
        var read = (ObjectNode) contract.document().at("/paths/~1api~1v1~1scores~1{accountId}/get");
        var ranking = (ObjectNode) contract.document().at("/paths/~1api~1v1~1scores/get");
        var schemas = (ObjectNode) contract.document().at("/components/schemas");

        read.put("summary", "").put("operationId", "scoreRanking").putArray("tags");
        read.putArray("parameters");
        ranking.putObject("responses").putObject("401").putObject("content").putObject("text/html");
        read.withObject("/responses/200").remove("headers");
        read.withObject("/responses/429").remove("$ref");
        read.withObject("/requestBody/content/application~1merge-patch+json/schema");
        schemas.withObject("/Frame/properties/etag");
        ((ObjectNode) schemas.required("Box")).put("description", "STAR");
        schemas.putObject("Box1").put("$ref", "#/components/schemas/Nothing");

        assertThat(ApiLint.findings(contract))
                .anyMatch(finding -> finding.contains("its summary"))
                .anyMatch(finding -> finding.contains("another's too"))
                .anyMatch(finding -> finding.contains("described tag"))
                .anyMatch(finding -> finding.contains("other parameters"))
                .anyMatch(finding -> finding.contains("never succeeds"))
                .anyMatch(finding -> finding.contains("a refusal is missing"))
                .anyMatch(finding -> finding.contains("401 is no problem+json"))
                .anyMatch(finding -> finding.contains("what STATUS means"))
                .anyMatch(finding -> finding.contains("leads nowhere"))
                .anyMatch(finding -> finding.contains("one of several"))
                .anyMatch(finding -> finding.contains("how many requests are left"))
                .anyMatch(finding -> finding.contains("when to try again"))
                .anyMatch(finding -> finding.contains("no ETag"))
                .anyMatch(finding -> finding.contains("what the patch may change"))
                .anyMatch(finding -> finding.contains("it has an etag"));
    }
}
