package org.kamsuite.local.bench;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.atomic.AtomicLong;
import org.kamsuite.local.Api;
import org.kamsuite.local.Trouble;

/// The writes that were sent, and what each was answered. No two have the same amount, so that each
/// can be found again by it.
final class Ledger {

    private static final int ACCOUNTS = 100;
    private static final Duration PATIENCE = Duration.ofMinutes(2);

    private final Api service;
    private final LocalDate invoicedOn;
    private final List<String> accounts = new ArrayList<>();
    private final AtomicLong number = new AtomicLong();
    private final Map<BigDecimal, Write> writes = new ConcurrentHashMap<>();

    private enum Fate {
        ACKNOWLEDGED,
        REFUSED,
        UNKNOWN
    }

    private record Write(String account, BigDecimal amount, UUID key, Fate fate) {

        Write was(Fate found) {
            return new Write(account, amount, key, found);
        }
    }

    /// What the ledger and the service say of the same writes.
    ///
    /// @param acknowledged writes that were answered with a success
    /// @param refused writes that were refused, nothing being done
    /// @param lost acknowledged ones that are not there
    /// @param doubled ones that are there more than once
    /// @param unasked refused ones that are there, and any that nobody sent
    record Findings(long acknowledged, long refused, long lost, long doubled, long unasked) {

        boolean isRight() {
            return lost == 0 && doubled == 0 && unasked == 0;
        }
    }

    /// Opens accounts of its own.
    Ledger(Api service, LocalDate today) throws IOException, InterruptedException {
        this.service = service;
        this.invoicedOn = today.minusMonths(1);
        for (var each = 0; each < ACCOUNTS; each++) {
            accounts.add(open(each));
        }
    }

    private String open(int each) throws IOException, InterruptedException {
        var account =
                service.post(
                                "/api/v1/accounts",
                                """
                                { "profile": { "name": "Load %d", "status": "ACTIVE", "sectorCode": "35.1" } }
                                """
                                        .formatted(each))
                        .required()
                        .required("id")
                        .asText();
        service.post(
                        "/api/v1/accounts/" + account + "/centres",
                        """
                        { "name": "Operations", "area": "OPERATIONS", "decisionScope": [],
                          "status": "ACTIVE", "zone": "UTC", "observationComplete": true }
                        """)
                .required();
        return account;
    }

    List<String> accounts() {
        return accounts;
    }

    /// Records an invoice line on any account.
    Api.Answer write() throws IOException, InterruptedException {
        var write =
                new Write(
                        accounts.get(ThreadLocalRandom.current().nextInt(ACCOUNTS)),
                        BigDecimal.valueOf(number.incrementAndGet(), 2),
                        UUID.randomUUID(),
                        Fate.UNKNOWN);
        writes.put(write.amount(), write);
        return send(write);
    }

    private Api.Answer send(Write write) throws IOException, InterruptedException {
        var answer =
                service.post(
                        "/api/v1/accounts/" + write.account() + "/revenue-lines",
                        """
                        { "invoicedOn": "%s", "recurring": false,
                          "amount": { "amount": "%s", "currency": "BRL" } }
                        """
                                .formatted(invoicedOn, write.amount()),
                        write.key());
        if (answer.isSuccess()) {
            writes.put(write.amount(), write.was(Fate.ACKNOWLEDGED));
        } else if (answer.status() == 429 || isTooBusy(answer)) {
            writes.put(write.amount(), write.was(Fate.REFUSED));
        }
        return answer;
    }

    /// Other answers with 503 leave open whether the last step, the commit, was done.
    private static boolean isTooBusy(Api.Answer answer) {
        return answer.status() == 503
                && answer.body().path("type").asText().equals("/problems/too-busy");
    }

    /// Sends every write again of which nothing is known, under its key, until it is acknowledged.
    ///
    /// @return how many there were
    long settle() throws IOException, InterruptedException {
        var unknown =
                writes.values().stream().filter(write -> write.fate() == Fate.UNKNOWN).toList();
        var end = System.nanoTime() + PATIENCE.toNanos();
        for (var write : unknown) {
            while (!send(write).isSuccess()) {
                if (System.nanoTime() > end) {
                    throw new Trouble("A write is not taken though all is well again");
                }
                Thread.sleep(100);
            }
        }
        return unknown.size();
    }

    /// Reads everything back.
    Findings check() throws IOException, InterruptedException {
        var found = new HashMap<BigDecimal, Integer>();
        for (var account : accounts) {
            read(account, found);
        }
        long acknowledged = 0;
        long refused = 0;
        long lost = 0;
        for (var write : writes.values()) {
            if (write.fate() == Fate.ACKNOWLEDGED) {
                acknowledged++;
                lost += found.containsKey(write.amount()) ? 0 : 1;
            } else {
                refused++;
            }
        }
        return new Findings(
                acknowledged,
                refused,
                lost,
                found.values().stream().filter(times -> times > 1).count(),
                found.keySet().stream().filter(amount -> !isAcknowledged(amount)).count());
    }

    private boolean isAcknowledged(BigDecimal amount) {
        var write = writes.get(amount);
        return write != null && write.fate() == Fate.ACKNOWLEDGED;
    }

    private void read(String account, Map<BigDecimal, Integer> found)
            throws IOException, InterruptedException {
        var path = "/api/v1/accounts/" + account + "/revenue-lines?limit=500";
        for (var cursor = ""; cursor != null; ) {
            var page = service.get(path + cursor).required();
            for (var line : page.required("items")) {
                found.merge(amount(line), 1, Integer::sum);
            }
            var next = page.path("next");
            cursor = next.isTextual() ? "&cursor=" + next.asText() : null;
        }
    }

    private static BigDecimal amount(JsonNode line) {
        return new BigDecimal(line.at("/amount/amount").asText()).setScale(2);
    }

    /// The accounts whose score does not rest on their newest facts.
    long behind(Api scores) throws IOException, InterruptedException {
        long behind = 0;
        for (var account : accounts) {
            var sheet = service.get("/api/v1/accounts/" + account + "/fact-sheet").required();
            var score = scores.get("/api/v1/scores/" + account).required();
            behind +=
                    score.at("/verdict/factsSequence").asLong()
                                    == sheet.required("sequence").asLong()
                            ? 0
                            : 1;
        }
        return behind;
    }
}
