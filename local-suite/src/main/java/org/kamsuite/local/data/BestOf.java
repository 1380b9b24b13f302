package org.kamsuite.local.data;

import java.io.IOException;
import java.io.PrintStream;

/// Prints the best accounts with their breakdown and the best recommendations with their reasons.
public final class BestOf {

    private final Api api;
    private final PrintStream out;

    public BestOf(Api api, PrintStream out) {
        this.api = api;
        this.out = out;
    }

    public void print(int accounts, int recommendations) throws IOException, InterruptedException {
        var scored = api.get(api.scoring() + "/api/v1/scores?limit=1&count=exact&status=SCORED");
        var not = api.get(api.scoring() + "/api/v1/scores?limit=1&count=exact&status=NOT_SCORED");
        var recommended =
                api.get(api.scoring() + "/api/v1/scores?limit=1&count=exact&recommended=true");
        out.printf(
                "%nscored %s, not scored %s, recommended %s%n%nThe best accounts%n",
                scored.path("count"), not.path("count"), recommended.path("count"));
        for (var line : api.get(api.scoring() + "/api/v1/scores?limit=" + accounts).path("items")) {
            var verdict = line.path("verdict");
            out.printf(
                    "  %-34s total %6s (%s to %s)  coverage %s  %s%n",
                    line.path("name").asText(),
                    verdict.path("total").asText(),
                    verdict.path("totalLow").asText(),
                    verdict.path("totalHigh").asText(),
                    verdict.path("coverage").asText(),
                    verdict.path("box").asText());
            var score =
                    api.get(api.scoring() + "/api/v1/scores/" + verdict.path("accountId").asText());
            for (var criterion : score.path("breakdown").path("criteria")) {
                out.printf(
                        "      %s %6s × %s  coverage %s%s%n",
                        criterion.path("code").asText(),
                        criterion.hasNonNull("score")
                                ? criterion.path("score").asText()
                                : "missing",
                        criterion.path("weight"),
                        criterion.path("coverage").asText(),
                        criterion.path("toCollect").isEmpty()
                                ? ""
                                : "  to collect: " + criterion.path("toCollect"));
            }
            for (var reason : verdict.path("reasons")) {
                out.printf(
                        "      not recommended: %s %s%n",
                        reason.path("code").asText(), reason.path("parameters"));
            }
        }
        out.printf("%nThe best opportunities%n");
        for (var line :
                api.get(api.opportunity() + "/api/v1/recommendations?limit=" + recommendations)
                        .path("items")) {
            var found = line.path("recommendation");
            out.printf(
                    "  %5s  %-30s %-20s %-14s potential %s (%s)%n         %s%n",
                    found.path("priority").path("total").asText(),
                    line.path("accountName").asText(),
                    found.path("type").asText(),
                    found.path("offerCode").asText(),
                    found.path("potential").asText(),
                    found.path("basis").asText(),
                    found.path("reasons"));
        }
    }
}
