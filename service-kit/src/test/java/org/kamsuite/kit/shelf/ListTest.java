package org.kamsuite.kit.shelf;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.kamsuite.kit.shelf.Api.BOOKS;
import static org.kamsuite.kit.shelf.Api.as;
import static org.kamsuite.kit.shelf.Api.problem;
import static org.kamsuite.kit.shelf.Api.put;

import io.quarkus.test.common.QuarkusTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.util.ArrayList;
import java.util.HashSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.kamsuite.embedded.ServersForTests;

@QuarkusTest
@QuarkusTestResource(ServersForTests.class)
class ListTest {

    private static ValidatableResponse list(String query) {
        return as("reader").get(BOOKS + "?" + query).then();
    }

    private static String series(String name, int size) {
        for (var i = 1; i <= size; i++) {
            put(name + " " + i, i % 3 + 1);
        }
        return "q=" + name;
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "title",
                "-title",
                "pages",
                "-pages,title",
                "price",
                "-printedOn",
                "addedAt",
                "-addedAt,-pages",
                "shelfMark",
                "-shelfMark",
                "borrowed",
                "-borrowed,price,-pages,addedAt,printedOn"
            })
    void pagesWithoutLosingOrRepeating(String sort) {
        var query = series("Series" + Integer.toHexString(sort.hashCode()), 11) + "&sort=" + sort;
        var whole = list(query).extract().<ArrayList<String>>path("items.id");

        var paged = new ArrayList<String>();
        var cursor = "";
        do {
            var page = list(query + "&limit=3&count=exact" + cursor).statusCode(200);
            page.body("count", equalTo(11));
            paged.addAll(page.extract().<ArrayList<String>>path("items.id"));
            var next = page.extract().<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        assertThat(paged).isEqualTo(whole).hasSize(11);
        assertThat(new HashSet<>(paged)).hasSize(11);
    }

    @ParameterizedTest
    @ValueSource(strings = {"shelfMark", "-shelfMark"})
    void pagesOverFieldsThatAreMissing(String sort) {
        for (var i = 0; i < 3; i++) {
            put("Unmarked", 900 + i);
            put("Marked " + i, 900 + i);
        }
        var seen = new HashSet<String>();
        var query = "pages.gte=900&limit=2&sort=" + sort;
        var cursor = "";
        do {
            var page = list(query + cursor).statusCode(200);
            page.extract()
                    .<ArrayList<String>>path("items.id")
                    .forEach(id -> assertThat(seen.add(id)).isTrue());
            var next = page.extract().<String>path("next");
            cursor = next == null ? null : "&cursor=" + next;
        } while (cursor != null);

        list("pages.gte=900&count=exact").body("count", equalTo(seen.size()));
    }

    @Test
    void linksToTheNextPage() {
        var query = series("Linked", 3);

        var link = list(query + "&limit=2").extract().header("Link");
        assertThat(link).endsWith("rel=\"next\"");
        var next = link.substring(1, link.indexOf('>'));
        as("reader").get(next).then().statusCode(200).body("items.title", contains("Linked 3"));
    }

    @Test
    void goesOnWhereItStoppedWhenRowsAreAdded() {
        var query = series("Stable", 4) + "&limit=2";
        var next = list(query).extract().<String>path("next");
        put("Stable 0", 1);

        list(query + "&cursor=" + next).body("items.title", contains("Stable 3", "Stable 4"));
    }

    @Test
    void pagesOverTextsWithSeparators() {
        put("Apart\\u001fed \\\"1\\\", [a]", 1);
        put("Apart\\u001fed \\\"2\\\", [b]", 1);

        var next = list("q=Apart&limit=1").extract().<String>path("next");
        list("q=Apart&limit=1&cursor=" + next).statusCode(200).body("items", hasSize(1));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "title=Filtered%201                        | 1",
                "title.in=Filtered%201,Filtered%203        | 2",
                "title.ne=Filtered%201                     | 2",
                "title.gt=Filtered%201&title.lte=Filtered%202 | 1",
                "pages.gte=2                               | 2",
                "pages.lt=2                                | 1",
                "price=12.5                                | 3",
                "price.in=12.5000,13                       | 3",
                "printedOn=2024-02-29                      | 3",
                "printedOn.gt=2024-02-29                   | 0",
                "addedAt.gte=1970-01-01T00:00:00Z          | 3",
                "addedAt.lt=1970-01-01T00:00:00.002Z       | 1",
                "borrowed=false                            | 3",
                "author.name=Author%20of%20Filtered%202    | 1",
                "author.name.in=x,Author%20of%20Filtered%202 | 1",
                "title=Filtered'%20or%201%3D1--            | 0",
                "title=%25                                 | 0",
            })
    void filters(String filter, int expected) {
        if (list("q=Filtered").extract().<ArrayList<String>>path("items").isEmpty()) {
            series("Filtered", 3);
        }

        list("q=Filtered&count=exact&" + filter)
                .statusCode(200)
                .body("items", hasSize(expected))
                .body("count", equalTo(expected));
    }

    @Test
    void searchesTextsAsTheyAreWritten() {
        put("100% wool_en \\\\ yarn", 1);

        list("q=100%25%20WOOL_EN").body("items", hasSize(1));
        list("q=100_%20wool").body("items", hasSize(0));
        list("q=n%20%5C%20y").body("items", hasSize(1));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "limit=0",
                "limit=-1",
                "limit=501",
                "limit=99999999999999999999",
                "limit=ten",
                "limit=",
                "limit=1&limit=2",
                "count=about",
                "sort=colour",
                "sort=title;drop%20table%20books",
                "sort=",
                "sort=title,",
                "sort=--title",
                "sort=title,-title",
                "sort=author.name",
                "colour=red",
                "title.like=a",
                "title.=a",
                ".in=a",
                "pages=many",
                "pages=",
                "pages=%D9%A3",
                "pages=NaN",
                "pages=1e999999999",
                "printedOn=0000-01-01",
                "printedOn=%2B999999999-01-01",
                "printedOn=2023-02-29",
                "addedAt=2024-01-01",
                "addedAt=%2B1000000000-01-01T00:00:00Z",
                "borrowed=maybe",
                "title=%00",
                "q=%00",
                "cursor=forged",
                "cursor=",
                "cursor=AAAA",
                "cursor=W10",
            })
    void refusesWhatTheGrammarDoesNotKnow(String query) {
        problem(list(query), 400).body("errors", hasSize(1));
    }

    @Test
    void listsTheKnownFieldsAndEveryFaultAtOnce() {
        problem(list("colour=red&limit=0&sort=size"), 400)
                .body("errors.pointer", hasItems("colour", "limit", "sort"))
                .body("errors.detail", hasItem(containsString("author.name")))
                .body("errors.detail", hasItem(containsString("printedOn")));
    }

    @Test
    void refusesTheCursorOfAnotherOrder() {
        var next = list(series("Ordered", 3) + "&limit=1").extract().<String>path("next");

        problem(list("sort=-pages&cursor=" + next), 400);
    }
}
