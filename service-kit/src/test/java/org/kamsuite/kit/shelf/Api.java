package org.kamsuite.kit.shelf;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.emptyOrNullString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.startsWith;

import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.util.UUID;
import org.kamsuite.embedded.TestTokens;

/// How the tests speak to the shelf.
final class Api {

    static final String BOOKS = "/api/v1/books";

    private Api() {}

    static RequestSpecification as(String role) {
        return given().urlEncodingEnabled(false)
                .auth()
                .oauth2(TestTokens.of("ana", role))
                .contentType("application/json");
    }

    static String book(String title, int pages) {
        return """
        { "title": "%s", "pages": %d, "price": "12.50", "printedOn": "2024-02-29",
          "authors": ["Author of %s"] }
        """
                .formatted(title, pages, title);
    }

    static String put(String title, int pages) {
        return as("manager")
                .body(book(title, pages))
                .post(BOOKS)
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    static String anId() {
        return UUID.randomUUID().toString();
    }

    /// Every refusal has the media type, the status, a type, a title and a detail.
    static ValidatableResponse problem(ValidatableResponse answer, int status) {
        return answer.statusCode(status)
                .contentType("application/problem+json")
                .body("status", equalTo(status))
                .body("type", startsWith("/problems/"))
                .body("title", not(emptyOrNullString()))
                .body("detail", not(emptyOrNullString()))
                .body("instance", startsWith("/"));
    }
}
