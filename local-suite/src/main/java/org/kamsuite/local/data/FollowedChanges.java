package org.kamsuite.local.data;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.PrintStream;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/// Two changes of the best account, followed into its matrix and its score: a new centre and a lost
/// contract. They are taken back at the end, so that its sums stay as they were.
final class FollowedChanges {

    private final Api api;
    private final LocalDate day;
    private final PrintStream out;

    FollowedChanges(Api api, LocalDate day, PrintStream out) {
        this.api = api;
        this.day = day;
        this.out = out;
    }

    /// Makes the changes and prints what is to be seen of each, and how soon.
    ///
    /// @throws IOException where a change is not to be seen
    void run() throws IOException, InterruptedException {
        var best = first(api.scoring() + "/api/v1/scores?limit=1&status=SCORED");
        var account = best.path("verdict").path("accountId").asText();
        var facts = api.account() + "/api/v1/accounts/" + account;
        var holding = first(facts + "/holdings?limit=1&sort=-annualValue.amount");
        var held = facts + "/holdings/" + holding.path("id").asText();
        out.printf("%nA change of one account: %s%n", best.path("name").asText());
        out.printf(
                "  %-16s %8s %14s %8s %14s %14s%n",
                "", "cells", "our spend", "total", "matrix after", "score after");

        var before = Seen.of(api.get(matrix(account)), api.get(score(account)));
        print("before", before, "", "");
        var centre = api.record(facts + "/centres", centre());
        var wider = follow("a new centre", account, centre.sequence());
        var lost = follow("a lost contract", account, endsOn(held, day.toString()).sequence());
        api.remove(facts + "/centres/" + centre.id());
        follow("both taken back", account, endsOn(held, null).sequence());

        var value = new BigDecimal(holding.path("annualValue").path("amount").asText());
        AdventureWorks.require(
                wider.cells() > before.cells(), "The new centre adds no cell to the matrix");
        AdventureWorks.require(
                lost.spend().compareTo(before.spend().subtract(value)) == 0,
                "The matrix does not lose the " + value + " of the lost contract");
        AdventureWorks.require(
                !lost.total().equals(before.total()),
                "The changes do not show in the total of the score");
    }

    private JsonNode first(String url) throws IOException, InterruptedException {
        var items = api.get(url).path("items");
        AdventureWorks.require(!items.isEmpty(), "There is nothing to change at " + url);
        return items.get(0);
    }

    private String matrix(String account) {
        return api.opportunity() + "/api/v1/white-space/" + account;
    }

    private String score(String account) {
        return api.scoring() + "/api/v1/scores/" + account;
    }

    private static Map<String, Object> centre() {
        return Map.of(
                "name", "Second workshop",
                "area", "WORKSHOP",
                "decisionScope", List.of(),
                "status", "IDENTIFIED",
                "observationComplete", false);
    }

    private Api.Written endsOn(String holding, @Nullable String end)
            throws IOException, InterruptedException {
        return api.change(holding, api.json().createObjectNode().put("endsOn", end));
    }

    /// Waits until matrix and score rest on what has just been written.
    private Seen follow(String what, String account, String sequence)
            throws IOException, InterruptedException {
        var start = System.nanoTime();
        var matrix = api.getSettledOn(sequence, matrix(account));
        var matrixAfter = since(start);
        // It rests on the matrix too, and so is never there before it.
        var score = api.getSettledOn(sequence, score(account));
        var seen = Seen.of(matrix, score);
        print(what, seen, matrixAfter, since(start));
        return seen;
    }

    private static String since(long start) {
        return (System.nanoTime() - start) / 1_000_000 + " ms";
    }

    private void print(String what, Seen seen, String matrixAfter, String scoreAfter) {
        out.printf(
                "  %-16s %8d %14s %8s %14s %14s%n",
                what, seen.cells(), seen.spend(), seen.total(), matrixAfter, scoreAfter);
    }

    /// What an account shows.
    ///
    /// @param cells of its matrix
    /// @param spend what it has from us in all of them
    /// @param total of its score
    private record Seen(int cells, BigDecimal spend, String total) {

        static Seen of(JsonNode matrix, JsonNode score) {
            var spend = BigDecimal.ZERO;
            for (var cell : matrix.path("cells")) {
                spend = spend.add(new BigDecimal(cell.path("currentAnnualValue").asText()));
            }
            return new Seen(
                    matrix.path("cells").size(),
                    spend,
                    score.path("verdict").path("total").asText());
        }
    }
}
