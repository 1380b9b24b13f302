package org.kamsuite.local.data;

import static java.util.Map.entry;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;

/// The first cycle of the programme of the demo data: who manages key accounts, whom the scores
/// recommend, and whom the panel has confirmed.
///
/// What is there already stays, so that an interrupted start goes on where it was.
final class DemoProgramme {

    private static final int NOMINATED = 16;
    private static final int CONFIRMED = 9;
    private static final List<Person> MANAGERS =
            List.of(
                    new Person("Ana Prado", "ana", "DEDICATED", "1", "America/Sao_Paulo", "pt-BR"),
                    new Person("Bruno Reis", "bruno", "DEDICATED", "1", "America/Recife", "pt-BR"),
                    new Person("Clara Vogt", "clara", "DEDICATED", "1", "Europe/Berlin", "de"),
                    new Person("Elisa Nunes", "elisa", "DEDICATED", "1", "Europe/Lisbon", "pt-PT"),
                    new Person("David Hale", "david", "ACTING", "0.5", "America/Chicago", "en"),
                    new Person("Fabio Costa", "fabio", "REGULAR", "1", "Europe/Lisbon", "pt-PT"));

    private final Api api;

    DemoProgramme(Api api) {
        this.api = api;
    }

    /// Takes the managers on.
    ///
    /// @return the identifiers of those who can be given key accounts
    List<String> managers() throws IOException, InterruptedException {
        var url = api.account() + "/api/v1/managers";
        var known = api.get(url + "?limit=500").path("items");
        var managers = new ArrayList<String>();
        for (var manager : MANAGERS) {
            var id = idOf(manager.name(), known);
            if (id.isEmpty()) {
                id = api.post(url, manager.profile()).path("id").asText();
            }
            if (!manager.role().equals("REGULAR")) {
                managers.add(id);
            }
        }
        return managers;
    }

    private static String idOf(String name, JsonNode known) {
        for (var manager : known) {
            if (manager.path("name").asText().equals(name)) {
                return manager.path("id").asText();
            }
        }
        return "";
    }

    /// Nominates the best accounts, closes the cycle and confirms those for whom there is room.
    void select(List<String> managers) throws IOException, InterruptedException {
        var best =
                api.get(
                                api.scoring()
                                        + "/api/v1/scores?recommended=true&sort=-total&limit="
                                        + NOMINATED)
                        .path("items");
        for (var score : best) {
            var account = score.at("/verdict/accountId").asText();
            if (api.get(designation(account)).path("state").asText().equals("NONE")) {
                decide(account, "nominations", Map.of("reason", "Among the best of the ranking"));
            }
        }
        if (!designations("CANDIDATE").isEmpty()) {
            api.post(
                    api.account() + "/api/v1/programme/cycle-closes",
                    Map.of("reason", "The first selection"));
        }
        var programme = api.get(api.account() + "/api/v1/programme");
        var held = programme.path("held").asInt();
        var most = Math.min(CONFIRMED, programme.path("slots").asInt());
        for (var line : designations("RECOMMENDED")) {
            if (held < most) {
                confirm(line.path("accountId").asText(), managers.get(held % managers.size()));
                held++;
            }
        }
    }

    private JsonNode designations(String state) throws IOException, InterruptedException {
        return api.get(
                        api.account()
                                + "/api/v1/programme/designations?limit="
                                + NOMINATED
                                + "&state="
                                + state)
                .path("items");
    }

    private void confirm(String account, String manager) throws IOException, InterruptedException {
        var verdict = api.get(designation(account)).path("verdict");
        decide(
                account,
                "confirmations",
                Map.of(
                        "managerId",
                        manager,
                        "scoreId",
                        verdict.path("scoreId").asText(),
                        "reason",
                        "Agreed in the panel"));
    }

    private void decide(String account, String decision, Map<String, String> content)
            throws IOException, InterruptedException {
        api.postIfMatch(designation(account) + "/" + decision, content);
    }

    private String designation(String account) {
        return api.account() + "/api/v1/accounts/" + account + "/designation";
    }

    private record Person(
            String name,
            String userName,
            String role,
            String timeShare,
            String zone,
            String language) {

        Map<String, Object> profile() {
            return Map.ofEntries(
                    entry("name", name),
                    entry("userName", userName),
                    entry("role", role),
                    entry("active", true),
                    entry("contractHours", "160"),
                    entry("timeShare", timeShare),
                    entry("hoursPerAccount", "12"),
                    entry("languages", List.of(language)),
                    entry("zone", zone),
                    entry("worksFrom", "09:00"),
                    entry("worksUntil", "18:00"));
        }
    }
}
