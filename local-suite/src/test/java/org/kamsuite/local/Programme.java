package org.kamsuite.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.stream.IntStream;
import org.kamsuite.embedded.TestEvents;

/// Asks for far more key accounts than the programme has slots, through several processes at once.
final class Programme {

    private static final int ACCOUNTS = 200;
    private static final int SLOTS = 10;
    private static final int MANAGERS = 6;
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String REASON = "{ \"reason\": \"Agreed in the panel\" }";

    private final Suite suite;
    private final List<ServiceProcess> processes;

    Programme(Suite suite, List<ServiceProcess> processes) {
        this.suite = suite;
        this.processes = processes;
    }

    /// Whoever has a slot at the end is the answer.
    List<String> fillTenSlotsByTwoHundredRequests()
            throws IOException, InterruptedException, ExecutionException {
        as(0, "administrator")
                .put(
                        "/api/v1/settings",
                        """
                        { "currency": "EUR", "zone": "UTC", "fiscalYearStartMonth": 1,
                          "cycleMonths": 3, "configuredCap": %d }
                        """
                                .formatted(SLOTS))
                .required();
        var accounts = recommendedAccounts();
        var managers = managers();
        var requests = new ArrayList<Callable<Integer>>();
        for (var number = 0; number < ACCOUNTS; number++) {
            requests.add(
                    confirmation(number, accounts.get(number), managers.get(number % MANAGERS)));
        }

        var answers = new ArrayList<Integer>();
        try (var pool = Executors.newFixedThreadPool(ACCOUNTS)) {
            for (var answer : pool.invokeAll(requests)) {
                answers.add(answer.get());
            }
        }

        assertThat(answers).containsOnly(200, 409);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(SLOTS);
        for (var process = 0; process < processes.size(); process++) {
            var programme = as(process, "reader").get("/api/v1/programme").required();
            assertThat(programme.required("slots").asInt()).isEqualTo(SLOTS);
            assertThat(programme.required("held").asInt()).isEqualTo(SLOTS);
        }
        return IntStream.range(0, ACCOUNTS)
                .filter(number -> answers.get(number) == 200)
                .mapToObj(accounts::get)
                .toList();
    }

    /// Takes a key account out of the programme by two approvers, all at one process.
    ///
    /// @param number of the process
    void demote(int number, String account) throws IOException, InterruptedException {
        move(
                number,
                "ana",
                account,
                "reviews",
                "\"reasonCode\": \"LEAVING\", \"reason\": \"Sold\"");
        move(
                number,
                "ana",
                account,
                "demotion-proposals",
                """
                "transitionPlan": "Regular team", "customerMessage": "Agreed", "newOwnerId": "%s"
                """
                        .formatted(manager(number, "Next owner")));
        move(number, "bruno", account, "demotions", "\"reason\": \"Agreed in the panel\"");
        var transitions = as(number, "reader").get(designation(account) + "/transitions");
        var last = transitions.required().required("items").valueStream().toList().getLast();
        assertThat(last.at("/demotion/proposedBy").asText()).isEqualTo("ana");
        assertThat(last.required("actor").asText()).isEqualTo("bruno");
    }

    private void move(int number, String caller, String account, String step, String body)
            throws IOException, InterruptedException {
        var process = processes.get(number % processes.size());
        var api = new Api(process.url(), suite.token(caller, "lead,approver"));
        api.postIfMatch(
                        designation(account) + "/" + step,
                        "{ " + body + " }",
                        api.get(designation(account)).header("ETag"))
                .required();
    }

    private Callable<Integer> confirmation(int number, String account, String manager)
            throws IOException, InterruptedException {
        var seen = as(number, "reader").get(designation(account));
        var body =
                """
                { "managerId": "%s", "scoreId": "%s", "reason": "Strategic" }
                """
                        .formatted(manager, seen.required().at("/verdict/scoreId").asText());
        var approver = as(number, "approver");
        return () -> {
            while (true) {
                var status =
                        approver.postIfMatch(
                                        designation(account) + "/confirmations",
                                        body,
                                        seen.header("ETag"))
                                .status();
                // More ask at once than a process works on: whoever is refused for that asks again.
                if (status != 503) {
                    return status;
                }
                Thread.sleep(50);
            }
        };
    }

    private List<String> recommendedAccounts() throws IOException, InterruptedException {
        var accounts = new ArrayList<String>();
        var verdict =
                (ObjectNode)
                        new ObjectMapper()
                                .readTree(
                                        Files.readString(
                                                home().resolve("docs/events/scores.sample.json")));
        try (var events = new TestEvents(suite.brokers())) {
            for (var number = 0; number < ACCOUNTS; number++) {
                var account = open(number);
                accounts.add(account);
                verdict.put("accountId", account);
                verdict.put("scoreId", UUID.randomUUID().toString());
                verdict.put("total", "80.00");
                verdict.put("recommended", true);
                verdict.put("cycle", presentCycle());
                events.send(
                        "scores",
                        account,
                        "org.kamsuite.score.verdict.v1",
                        number + 1_000_000L,
                        verdict.toString());
            }
        }
        for (var account : accounts) {
            nominate(account);
        }
        as(0, "lead").post("/api/v1/programme/cycle-closes", REASON).required();
        return accounts;
    }

    private static String presentCycle() {
        var today = LocalDate.now(ZoneOffset.UTC);
        return today.getYear() + "-Q" + ((today.getMonthValue() + 2) / 3);
    }

    private static Path home() {
        return Path.of(System.getProperty("kam.home", "..")).toAbsolutePath().normalize();
    }

    private void nominate(String account) throws InterruptedException, IOException {
        var lead = as(0, "lead");
        await().atMost(PATIENCE)
                .until(() ->
                        lead.get(designation(account))
                                .required()
                                .at("/verdict/recommended")
                                .asBoolean());
        lead.postIfMatch(
                        designation(account) + "/nominations",
                        REASON,
                        lead.get(designation(account)).header("ETag"))
                .required();
    }

    private String open(int number) throws IOException, InterruptedException {
        return as(number, "manager")
                .post(
                        "/api/v1/accounts",
                        """
                        { "profile": { "name": "Parallel %d", "status": "ACTIVE", "sectorCode": "35.1" } }
                        """
                                .formatted(number))
                .required()
                .required("id")
                .asText();
    }

    private List<String> managers() throws IOException, InterruptedException {
        var managers = new ArrayList<String>();
        for (var number = 0; number < MANAGERS; number++) {
            managers.add(manager(number, "Manager " + number));
        }
        return managers;
    }

    private String manager(int number, String name) throws IOException, InterruptedException {
        return as(number, "lead")
                .post(
                        "/api/v1/managers",
                        """
                        { "name": "%s", "role": "DEDICATED", "active": true,
                          "contractHours": "160", "timeShare": "1", "hoursPerAccount": "12",
                          "languages": ["pt-BR"], "zone": "UTC", "worksFrom": "09:00",
                          "worksUntil": "18:00" }
                        """
                                .formatted(name))
                .required()
                .required("id")
                .asText();
    }

    private static String designation(String account) {
        return "/api/v1/accounts/" + account + "/designation";
    }

    private Api as(int number, String role) {
        return TestSuite.api(suite, processes.get(number % processes.size()), role);
    }
}
