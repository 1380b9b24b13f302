package org.kamsuite.kit.shelf;

import static java.util.concurrent.CompletableFuture.supplyAsync;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.matchesPattern;
import static org.hamcrest.Matchers.nullValue;
import static org.kamsuite.kit.shelf.Api.BOOKS;
import static org.kamsuite.kit.shelf.Api.anId;
import static org.kamsuite.kit.shelf.Api.as;
import static org.kamsuite.kit.shelf.Api.book;
import static org.kamsuite.kit.shelf.Api.problem;
import static org.kamsuite.kit.shelf.Api.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.sql.SQLException;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import javax.sql.DataSource;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;
import org.kamsuite.embedded.TestTokens;
import org.kamsuite.kit.outbox.Epoch;
import org.kamsuite.kit.rest.EntityTags;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class ConditionTest {

    @Inject ShelfFreshness freshness;
    @Inject EntityTags tags;
    @Inject Epoch epoch;
    @Inject DataSource database;

    @Test
    void sendsTheVersionAndWhereTheNewOneIs() {
        var created = as("manager").body(book("Located", 1)).post(BOOKS).then().statusCode(201);

        created.header("ETag", tags.of("0"))
                .header("Location", equalTo(BOOKS + "/" + created.extract().path("id")))
                .header("Account-Sequence", matchesPattern("[0-9a-f-]{36};1\\.1"));
    }

    @Test
    void announcesNoSequenceOfARefusedWrite() {
        as("manager")
                .post("/api/v1/loans")
                .then()
                .statusCode(409)
                .header("Account-Sequence", nullValue());
    }

    @ParameterizedTest
    @ValueSource(strings = {"%s", "W/%s", "*", "\"7\", %s"})
    void sendsNothingThatTheCallerHas(String known) {
        var path = BOOKS + "/" + put("Known", 1);

        as("reader")
                .header("If-None-Match", known.formatted(tags.of("0")))
                .get(path)
                .then()
                .statusCode(304)
                .header("ETag", tags.of("0"))
                .body(equalTo(""));
    }

    @Test
    void sendsWhatHasChanged() {
        as("reader")
                .header("If-None-Match", "\"7\"")
                .get(BOOKS + "/" + put("Changed", 1))
                .then()
                .statusCode(200)
                .body("title", equalTo("Changed"));
    }

    @Test
    void wantsTheVersionThatAWriteWasDecidedOn() {
        var path = BOOKS + "/" + put("Old", 1) + "/title";
        var title = "{ \"title\": \"New\" }";

        problem(as("manager").body(title).put(path).then(), 428);
        problem(as("manager").header("If-Match", "\"7\"").body(title).put(path).then(), 412);
        problem(
                as("manager").header("If-Match", "W/" + tags.of("0")).body(title).put(path).then(),
                412);
        takesTheFirstVersion(path, title);
        problem(as("manager").header("If-Match", tags.of("0")).body(title).put(path).then(), 412);
    }

    @Test
    void takesNoTagOfAHistoryThatIsLost() throws SQLException {
        var path = BOOKS + "/" + put("Restored", 1) + "/title";
        var before = tags.of("0");
        var title = "{ \"title\": \"New\" }";
        raiseTheEpoch();

        problem(as("manager").header("If-Match", before).body(title).put(path).then(), 412)
                .body("detail", containsString(tags.of("0")));
        assertThat(tags.of("0")).isEqualTo("\"" + epoch.current() + ".0\"").isNotEqualTo(before);
        takesTheFirstVersion(path, title);
    }

    private void takesTheFirstVersion(String path, String title) {
        as("manager")
                .header("If-Match", tags.of("0"))
                .body(title)
                .put(path)
                .then()
                .statusCode(200)
                .header("ETag", tags.of("1"));
    }

    private void raiseTheEpoch() throws SQLException {
        try (var connection = database.getConnection();
                var statement = connection.createStatement()) {
            statement.execute("update epochs set epoch = epoch + 1");
        }
        epoch.lookUp();
    }

    private static Response patch(String id, String patch) {
        return as("manager")
                .contentType("application/merge-patch+json")
                .header("If-Match", "*")
                .body(patch)
                .patch(BOOKS + "/" + id);
    }

    @Test
    void patchesWhatIsNamed() {
        var id = put("Unpatched", 1);

        patch(id, "{ \"title\": \"Patched\" }")
                .then()
                .statusCode(200)
                .body("title", equalTo("Patched"));
        patch(id, "{}").then().statusCode(200).body("title", equalTo("Patched"));
    }

    @Test
    void refusesAPatchThatBreaksARule() {
        var id = put("Kept", 1);

        problem(patch(id, "{ \"title\": null }").then(), 400)
                .body("errors[0].pointer", equalTo("/title"));
        problem(patch(id, "{ \"title\": \"\" }").then(), 400)
                .body("errors[0].pointer", equalTo("/title"));
        problem(patch(id, "{ \"colour\": 1 }").then(), 400)
                .body("errors[0].pointer", equalTo("/colour"));
        problem(patch(id, "{ \"title\": { \"a\": 1 } }").then(), 400);
        problem(patch(id, "[]").then(), 400);
        problem(patch(id, "null").then(), 400);
        problem(patch(id, "7").then(), 400);
    }

    private static Response post(String key, String body) {
        return as("manager").header("Idempotency-Key", key).body(body).post(BOOKS);
    }

    @Test
    void takesARetryOnce() {
        var key = anId();

        var first = post(key, book("Once", 1));
        var second = post(key, book("Once", 1).replace(": ", ":  "));

        first.then().statusCode(201).header("Idempotency-Replayed", nullValue());
        second.then()
                .statusCode(201)
                .header("Idempotency-Replayed", "true")
                .header("ETag", first.header("ETag"))
                .header("Location", first.header("Location"))
                .header("Account-Sequence", first.header("Account-Sequence"));
        assertThat(second.asString()).isEqualTo(first.asString());
        as("reader").get(BOOKS + "?title=Once").then().body("items", hasSize(1));
    }

    @Test
    void refusesAKeyForAnotherBody() {
        var key = anId();
        post(key, book("First", 1)).then().statusCode(201);

        problem(post(key, book("Second", 1)).then(), 422);
    }

    @Test
    void keepsTheKeysOfCallersApart() {
        var key = anId();
        post(key, book("Ana's", 1)).then().statusCode(201);

        as("manager")
                .auth()
                .oauth2(TestTokens.of("rui", "manager"))
                .header("Idempotency-Key", key)
                .body(book("Rui's", 1))
                .post(BOOKS)
                .then()
                .statusCode(201);
    }

    @Test
    void remembersNoRefusal() {
        var key = anId();

        problem(post(key, book("Refused", 1).replace("12.50", "1" + "0".repeat(20))).then(), 422);
        post(key, book("Refused", 1)).then().statusCode(201);
    }

    @Test
    void answersParallelRetriesOnce() {
        var key = anId();

        var statuses =
                IntStream.range(0, 8)
                        .mapToObj(number ->
                                supplyAsync(
                                        () ->
                                                as("manager")
                                                        .header("Idempotency-Key", key)
                                                        .body(book("Parallel", 1))
                                                        .post(BOOKS + "/slow")
                                                        .statusCode(),
                                        Thread::startVirtualThread))
                        .toList()
                        .stream()
                        .map(CompletableFuture::join)
                        .toList();

        assertThat(statuses).contains(201).isSubsetOf(201, 409);
        as("reader").get(BOOKS + "?title=Parallel").then().body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " "})
    void refusesAnEmptyKey(String key) {
        problem(post(key, book("Empty", 1)).then(), 400);
    }

    @Test
    void refusesAKeyThatIsTooLong() {
        problem(post("k".repeat(201), book("Long", 1)).then(), 400);
    }

    @Test
    void waitsForWhatTheCallerWrote() {
        var path = BOOKS + "/" + put("Awaited", 1);
        freshness.reach(3);
        var later =
                Thread.startVirtualThread(() -> {
                    try {
                        Thread.sleep(300);
                    } catch (InterruptedException e) {
                        Thread.currentThread().interrupt();
                    }
                    freshness.reach(4);
                });

        as("reader").header("X-Wait-For", anId() + ";1.4").get(path).then().statusCode(200);
        assertThat(later.isAlive()).isFalse();
    }

    @Test
    void saysHowFarItIsBehind() {
        freshness.reach(3);

        problem(
                        as("reader")
                                .header("X-Wait-For", anId() + ";1.9;100ms")
                                .get(BOOKS + "/" + anId())
                                .then(),
                        504)
                .body("type", equalTo("/problems/projection-behind"))
                .body("have", equalTo("1.3"))
                .body("want", equalTo("1.9"));
    }

    @Test
    void refusesAWaitOfAnotherForm() {
        Stream.of(
                        "soon",
                        "------------------------------------;1.1",
                        anId() + ";1",
                        anId() + ";1.-1")
                .forEach(wait ->
                        problem(
                                        as("reader")
                                                .header("X-Wait-For", wait)
                                                .get(BOOKS + "/" + anId())
                                                .then(),
                                        400)
                                .body("detail", containsString("X-Wait-For")));
    }
}
