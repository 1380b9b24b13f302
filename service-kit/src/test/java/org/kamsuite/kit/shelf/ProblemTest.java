package org.kamsuite.kit.shelf;

import static io.restassured.RestAssured.given;
import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.kamsuite.kit.shelf.Api.BOOKS;
import static org.kamsuite.kit.shelf.Api.anId;
import static org.kamsuite.kit.shelf.Api.as;
import static org.kamsuite.kit.shelf.Api.book;
import static org.kamsuite.kit.shelf.Api.problem;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import java.io.ByteArrayInputStream;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class ProblemTest {

    @Test
    void refusesACallerWithoutToken() {
        problem(given().get(BOOKS).then(), 401)
                .header("WWW-Authenticate", containsString("Bearer"));
    }

    @Test
    void refusesAForgedToken() {
        problem(given().auth().oauth2("a.b.c").get(BOOKS).then(), 401);
    }

    @Test
    void refusesARoleThatMayNot() {
        problem(as("reader").body(book("A", 1)).post(BOOKS).then(), 403);
    }

    @Test
    void refusesABodyThatIsNestedDeeply() {
        var deep = "[".repeat(65) + "]".repeat(65);

        problem(
                        as("manager")
                                .contentType("application/merge-patch+json")
                                .header("If-Match", "*")
                                .body("{ \"title\": " + deep + " }")
                                .patch(BOOKS + "/" + Api.put("Deep", 1))
                                .then(),
                        400)
                .body("detail", containsString("nested"));
    }

    @Test
    void refusesACompressedBody() {
        problem(
                        as("manager")
                                .header("Content-Encoding", "gzip")
                                .body(new byte[] {31, -117})
                                .post(BOOKS)
                                .then(),
                        415)
                .body("type", equalTo("/problems/unsupported-content-encoding"))
                .body("detail", containsString("gzip"));
    }

    @ParameterizedTest
    @ValueSource(strings = {BOOKS, "/api/v1/nothing", "/q/health/live", "/openapi"})
    void letsNothingOfAnAnswerRunInABrowser(String path) {
        as("reader")
                .get(path)
                .then()
                .header("X-Content-Type-Options", "nosniff")
                .header("Referrer-Policy", "no-referrer")
                .header("Strict-Transport-Security", "max-age=31536000")
                .header("Content-Security-Policy", "default-src 'none'; frame-ancestors 'none'");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/", "/nothing", "/api/v1/nothing", BOOKS + "/a/b/c"})
    void answersWhatIsNotThere(String path) {
        problem(as("reader").get(path).then(), 404).body("instance", equalTo(path));
    }

    @Test
    void saysWhichMethodsAreAllowed() {
        problem(as("manager").delete(BOOKS).then(), 405)
                .header("Allow", containsString("GET"))
                .header("Allow", containsString("POST"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"PUT", "DELETE", "PATCH"})
    void tellsAPathThatOnlyOtherMethodsKnowFromAnUnknownOne(String method) {
        problem(as("manager").request(method, BOOKS + "/" + anId() + "/chapters").then(), 405)
                .header("Allow", equalTo("GET, POST"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"text/html", "text/html,text/plain;q=0.5", "image/*", "nonsense", "text/"})
    void writesNothingButJson(String type) {
        problem(as("manager").accept(type).body(book("A", 1)).post(BOOKS).then(), 406);
        problem(as("reader").accept(type).get(BOOKS).then(), 406);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"*/*", "text/html,application/xhtml+xml,application/xml;q=0.9,*/*;q=0.8"})
    void writesJsonForABrowserToo(String type) {
        as("reader").accept(type).get(BOOKS).then().statusCode(200).contentType("application/json");
    }

    @ParameterizedTest
    @ValueSource(strings = {"text/plain", "*/*", "nonsense", "application/", "image/png"})
    void readsNothingButJson(String type) {
        var path = BOOKS + "/" + anId() + "/chapters";

        for (var body : List.of(BodyPublishers.ofString("A"), ofUnknownLength())) {
            assertThat(Raw.post(path, type, body).statusCode()).isEqualTo(415);
        }
    }

    private static HttpRequest.BodyPublisher ofUnknownLength() {
        return BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[] {'A'}));
    }

    @Test
    void refusesAMediaTypeItCannotWrite() {
        problem(as("reader").accept("image/png").get(BOOKS).then(), 406);
    }

    @Test
    void refusesAMediaTypeItCannotRead() {
        problem(as("manager").contentType("text/plain").body("x").post(BOOKS).then(), 415);
    }

    @Test
    void refusesABodyThatIsTooLarge() {
        problem(as("manager").body("\"" + "x".repeat(1_200_000) + "\"").post(BOOKS).then(), 413);
    }

    @Test
    void takesMoreOfRowsThanOfOtherBodies() {
        var announced = as("manager").contentType("text/csv; charset=UTF-8");

        problem(announced.body("x".repeat(1_200_000)).post(BOOKS).then(), 415);
        problem(announced.body("x".repeat(2_200_000)).post(BOOKS).then(), 413);
    }

    @Test
    void hidesWhyItFailed() {
        problem(as("reader").get(BOOKS + "/faults").then(), 500)
                .body("detail", not(containsString("secret")));
        problem(as("reader").get(BOOKS + "/unwritable").then(), 500);
    }

    @Test
    void answersFailuresBelowTheResources() {
        problem(given().get("/raw/failing").then(), 500);
        problem(given().get("/raw/refusing").then(), 413);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{",
                "{\"title\":}",
                "",
                "nul",
                "{} {}",
                "{\"title\":\"A\",\"title\":\"B\"}"
            })
    void refusesWhatIsNotJson(String body) {
        problem(as("manager").body(body).post(BOOKS).then(), 400);
    }

    @ParameterizedTest
    @ValueSource(strings = {"[", "{\"a\":"})
    void refusesWhatIsNestedTooDeeply(String start) {
        problem(as("manager").body(start.repeat(10_000)).post(BOOKS).then(), 400);
        problem(as("manager").body("{\"title\":" + start.repeat(10_000)).post(BOOKS).then(), 400);
    }

    /// The parser reads C0 80 as a zero character, and passes it over beside a constant.
    @Test
    void refusesAZeroCharacterInDisguise() {
        var body =
                book("A", 1)
                        .replace("\"authors\"", "\"binding\": \"\u00c0\u0080HARD\", \"authors\"");

        problem(as("manager").body(body.getBytes(ISO_8859_1)).post(BOOKS).then(), 400)
                .body("detail", containsString("UTF-8"));
    }

    @Test
    void readsTextsOfAllLengthsAsUtf8() {
        var title = "é€𝄞".repeat(5_000);

        as("manager").body(book(title, 1).getBytes(UTF_8)).post(BOOKS).then().statusCode(201);
    }

    @Test
    void refusesInvalidUtf8() {
        var body = book("A", 1).replace("A", "\u00ff").getBytes(ISO_8859_1);

        problem(as("manager").body(body).post(BOOKS).then(), 400);
        problem(
                as("manager").body(new byte[] {0, 0, 0, '{', 0, 0x20, 0, 0}).post(BOOKS).then(),
                400);
    }

    @Test
    void refusesDeepNesting() {
        problem(as("manager").body("[".repeat(100_000)).post(BOOKS).then(), 400);
    }

    @Test
    void saysWhereAnUnknownPropertyStands() {
        problem(
                        as("manager")
                                .body("[{ \"colour\": \"red\" }]")
                                .post(BOOKS + "/several")
                                .then(),
                        400)
                .body("errors[0].pointer", equalTo("/0/colour"))
                .body("errors[0].detail", containsString("title"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "/title     | { \"title\": 7 }",
                "/title     | { \"title\": [\"A\"] }",
                "/pages     | { \"pages\": \"seven\" }",
                "/pages     | { \"pages\": \"7\" }",
                "/pages     | { \"pages\": null }",
                "/pages     | { \"pages\": 7.5 }",
                "/pages     | { \"pages\": 99999999999 }",
                "/pages     | { \"pages\": true }",
                "/price     | { \"price\": \"cheap\" }",
                "/price     | { \"price\": \"1e999999999\" }",
                "/price     | { \"price\": 1e999999999 }",
                "/price     | { \"price\": \"\" }",
                "/price     | { \"price\": {} }",
                "/printedOn | { \"printedOn\": \"29.02.2024\" }",
                "/printedOn | { \"printedOn\": \"2023-02-29\" }",
                "/printedOn | { \"printedOn\": 7 }",
                "/printedOn | { \"printedOn\": \"\" }",
                "/printedOn | { \"printedOn\": \"+999999999-01-01\" }",
                "/binding   | { \"binding\": \"PAPER\" }",
                "/binding   | { \"binding\": 0 }",
                "/binding   | { \"binding\": \"\" }",
                "/authors   | { \"authors\": \"A\" }",
                "/authors/0 | { \"authors\": [7] }",
                "/title     | { \"title\": \"a\\u0000b\" }",
                "/title     | { \"title\": \"a\\ud800b\" }",
            })
    void saysWhereAValueHasTheWrongType(String pointer, String body) {
        problem(as("manager").body(body).post(BOOKS).then(), 400)
                .body("errors[0].pointer", equalTo(pointer));
    }

    @Test
    void saysWhichRuleOfItsOwnAValueBreaks() {
        problem(as("manager").body(book("Forbidden", 1)).post(BOOKS).then(), 400)
                .body("errors[0].detail", containsString("A title is not forbidden"));
    }

    @Test
    void namesEveryBrokenRuleAtOnce() {
        problem(
                        as("manager")
                                .body(
                                        "{ \"title\": \" \", \"pages\": -1, \"authors\": [\"A\", \"\"] }")
                                .post(BOOKS)
                                .then(),
                        400)
                .body(
                        "errors.pointer",
                        hasItems("/title", "/pages", "/price", "/printedOn", "/authors/1"))
                .body("errors", hasSize(5));
    }

    @Test
    void saysWhichElementOfAListBreaksARule() {
        var faulty = book("", 3);

        problem(
                        as("manager")
                                .body("[" + book("A", 1) + "," + faulty + "]")
                                .post(BOOKS + "/several")
                                .then(),
                        400)
                .body("errors.pointer", hasItem("/1/title"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"null", ""})
    void wantsABody(String body) {
        problem(as("manager").body(body).post(BOOKS).then(), 400);
    }

    @Test
    void namesEveryParameterThatHasTheWrongForm() {
        problem(
                        as("reader")
                                .get(BOOKS + "/loans?day=soon&reader=me&binding=paper&days=x")
                                .then(),
                        400)
                .body("errors.pointer", hasItems("day", "reader", "binding", "days"))
                .body("errors.detail", hasItem(containsString("HARD")));
    }

    @Test
    void namesAParameterThatIsOutOfRange() {
        problem(as("reader").get(BOOKS + "/loans?days=31").then(), 400)
                .body("errors[0].pointer", equalTo("days"))
                .body("errors[0].detail", containsString("31"));
    }

    @Test
    void refusesAnUnknownParameterAndListsTheKnownOnes() {
        problem(as("reader").get(BOOKS + "/loans?colour=red").then(), 400)
                .body("errors[0].pointer", equalTo("colour"))
                .body("errors[0].detail", containsString("reader"));
    }

    @Test
    void knowsNothingUnderAnIdentifierThatIsNone() {
        problem(as("reader").get(BOOKS + "/seven").then(), 404)
                .body("detail", containsString("seven"));
    }

    @Test
    void refusesWhatTheDatabaseCannotStore() {
        var beyond = book("A", 1).replace("12.50", "1" + "0".repeat(20));

        problem(as("manager").body(beyond).post(BOOKS).then(), 422);
        problem(as("reader").get(BOOKS + "?title=%00").then(), 400);
    }

    @Test
    void shortensWhatItRepeats() {
        var answer =
                as("manager")
                        .body("{ \"printedOn\": \"" + "x".repeat(100_000) + "\" }")
                        .post(BOOKS);

        problem(answer.then(), 400);
        assertThat(answer.asString()).hasSizeLessThan(2_000);
    }

    @Test
    void refusesAStreamThatGrowsTooLarge() {
        var body = new ByteArrayInputStream(("\"" + "x".repeat(1_200_000) + "\"").getBytes(UTF_8));

        var answer = Raw.post(BOOKS, BodyPublishers.ofInputStream(() -> body));

        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("/problems/body-too-large");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "GET /api/v1/books/../../q HTTP/1.1",
                "FETCH /api/v1/books HTTP/1.1",
                "GET * HTTP/1.1",
            })
    void standsStrangeRequestLines(String line) {
        assertThat(Raw.send(line)).startsWith("HTTP/1.1 4").contains("application/problem+json");
    }

    /// The server drops what is no URI before any code of ours sees it, so there is no problem to
    /// read.
    @ParameterizedTest
    @ValueSource(strings = {"/%ZZ", "/%", "?title=%ZZ", "?title=%"})
    void dropsWhatIsNoAddress(String end) {
        assertThat(Raw.send("GET " + BOOKS + end + " HTTP/1.1"))
                .startsWith("HTTP/1.1 400")
                .contains("content-length: 0");
    }

    @ParameterizedTest
    @ValueSource(strings = {"/%FF", "/%ED%A0%80", "?title=%C3%28", "?%FF=1", "?q=a%C0%80"})
    void refusesAnAddressThatIsNoText(String end) {
        problem(as("reader").get(BOOKS + end).then(), 400);
    }

    @Test
    void takesAnIdentifierInOneFormOnly() {
        problem(as("reader").get(BOOKS + "/1-1-1-1-1").then(), 404)
                .body("detail", containsString("1-1-1-1-1"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"05", "%2B5", "%D9%A3"})
    void takesANumberInOneFormOnly(String days) {
        problem(as("reader").get(BOOKS + "/loans?days=" + days).then(), 400)
                .body("errors[0].pointer", equalTo("days"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"%C3%28", "..%2f..%2fetc", "%00", "a%00b"})
    void standsStrangePaths(String path) {
        var status = as("reader").get(BOOKS + "/" + path).then().extract().statusCode();

        assertThat(status).isBetween(400, 499);
    }

    @Test
    void refusesAnAddressThatIsTooLong() {
        var status = as("reader").get(BOOKS + "/" + "x".repeat(60_000)).statusCode();

        assertThat(status).isEqualTo(414);
    }

    @Test
    void writesNothingOfARefusedRequest() {
        problem(as("reader").get(BOOKS + "/" + anId()).then(), 404);
    }
}
