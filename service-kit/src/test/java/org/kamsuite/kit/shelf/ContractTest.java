package org.kamsuite.kit.shelf;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.allOf;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class ContractTest {

    private static ValidatableResponse document() {
        return given().get("/openapi?format=json").then().statusCode(200);
    }

    @Test
    void isOpenApi31() {
        document().body("openapi", startsWith("3.1"));
    }

    @Test
    void wantsATokenEverywhere() {
        document()
                .body("components.securitySchemes.token.scheme", equalTo("bearer"))
                .body("security[0]", hasKey("token"));
    }

    @Test
    void namesEachOperation() {
        document().body("paths.'/api/v1/books'.post.operationId", equalTo("bookPut"));
    }

    @Test
    void saysHowAnOperationRefuses() {
        document()
                .body(
                        "paths.'/api/v1/books/{id}/title'.put.responses.keySet()",
                        hasItems("400", "401", "403", "404", "412", "415", "428"))
                .body("paths.'/api/v1/books'.get.responses.keySet()", not(hasItem("428")))
                .body(
                        "paths.'/api/v1/books/{id}'.get.responses.'504'.'$ref'",
                        equalTo("#/components/responses/Behind"))
                .body(
                        "components.responses.Behind.content.keySet()",
                        hasItem("application/problem+json"));
    }

    @Test
    void saysUnderWhichConditionsAnOperationWrites() {
        document()
                .body("paths.'/api/v1/books/{id}/title'.put.parameters.name", hasItem("If-Match"))
                .body("paths.'/api/v1/books'.post.parameters.name", hasItem("Idempotency-Key"))
                .body("paths.'/api/v1/books/{id}'.get.parameters.name", hasItem("X-Wait-For"))
                .body("paths.'/api/v1/books'.get.parameters.name", hasItems("limit", "sort", "q"));
    }

    @Test
    void doesNotMistakeARuleForAProperty() {
        document()
                .body("components.schemas.Book.properties", hasKey("binding"))
                .body("components.schemas.Book.properties", not(hasKey("bindingApt")));
    }

    @Test
    void saysWhatAnAnswerAlwaysHas() {
        document()
                .body(
                        "components.schemas.BookResponse.required",
                        containsInAnyOrder("id", "title", "pages", "price", "version"))
                .body("components.schemas.PageBookResponse.required", contains("items"));
    }

    @Test
    void leavesItToTheRulesWhatARequestMustHave() {
        document()
                .body(
                        "components.schemas.Book.required",
                        containsInAnyOrder("title", "price", "printedOn"))
                .body("components.schemas.Chapter", not(hasKey("required")));
    }

    @Test
    void saysWhichHeadersAnAnswerHas() {
        document()
                .body(
                        "paths.'/api/v1/books/{id}'.get.responses.'200'.headers.keySet()",
                        containsInAnyOrder("ETag", "RateLimit", "RateLimit-Policy"))
                .body(
                        "paths.'/api/v1/books/{id}'.get.responses.'304'.headers.keySet()",
                        hasItem("ETag"))
                .body(
                        "paths.'/api/v1/books'.get.responses.'200'.headers.keySet()",
                        containsInAnyOrder("Link", "RateLimit", "RateLimit-Policy"))
                .body(
                        "paths.'/api/v1/books'.post.responses.'201'.headers.keySet()",
                        hasItems("Location", "ETag"))
                .body(
                        "paths.'/api/v1/loans'.post.responses.'204'.headers.keySet()",
                        hasItem("Account-Sequence"))
                .body(
                        "components.responses.TooManyRequests.headers.keySet()",
                        containsInAnyOrder("RateLimit", "RateLimit-Policy", "Retry-After"))
                .body(
                        "components.responses.Unavailable.headers.keySet()",
                        containsInAnyOrder("RateLimit", "RateLimit-Policy", "Retry-After"))
                .body(
                        "components.responses.NotFound.headers.keySet()",
                        containsInAnyOrder("RateLimit", "RateLimit-Policy"))
                .body("components.responses.Unauthorized.headers", nullValue());
    }

    @Test
    void saysThatNothingComesWhereNothingDoes() {
        document()
                .body(
                        "paths.'/api/v1/loans'.post.responses.keySet()",
                        allOf(hasItem("204"), not(hasItem("201"))));
    }

    @Test
    void saysWhatAMergePatchChanges() {
        document()
                .body(
                        "paths.'/api/v1/books/{id}'.patch.requestBody.content"
                                + ".'application/merge-patch+json'.schema.'$ref'",
                        equalTo("#/components/schemas/BookPatch"))
                .body("components.schemas.BookPatch", not(hasKey("required")))
                .body("components.schemas.BookPatch.properties.title.type", equalTo("string"))
                .body(
                        "components.schemas.BookPatch.properties.binding.anyOf.type",
                        hasItem("null"));
    }

    @Test
    void leavesOutWhatIsNotKnown() {
        var id = Api.put("Unbound", 7);

        Api.as("reader").get(Api.BOOKS + "/" + id).then().body("$", not(hasKey("binding")));
        Api.as("reader")
                .get(Api.BOOKS + "?title=Unbound")
                .then()
                .body("items[0]", not(hasKey("binding")));
    }

    @Test
    void showsNoPageUnlessItIsTurnedOn() {
        given().get("/q/swagger-ui/index.html")
                .then()
                .statusCode(404)
                .contentType("application/problem+json")
                .body("instance", equalTo("/q/swagger-ui/index.html"));
    }
}
