package org.kamsuite.local.bench;

import java.io.IOException;
import java.time.Duration;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import java.util.concurrent.ThreadLocalRandom;
import org.kamsuite.local.Api;

/// The requests that are measured, each on any account of the data that are there.
public final class Requests {

    private static final int SAMPLE = 200;

    private final Api accountService;
    private final Api scoringService;
    private final Api opportunityService;
    private final LocalDate invoicedOn;
    private final List<String> accounts = new ArrayList<>();

    public Requests(Api accountService, Api scoringService, Api opportunityService, LocalDate today)
            throws IOException, InterruptedException {
        this.accountService = accountService;
        this.scoringService = scoringService;
        this.opportunityService = opportunityService;
        this.invoicedOn = today.minusMonths(1);
        accountService
                .get("/api/v1/accounts?limit=" + SAMPLE)
                .required()
                .required("items")
                .forEach(account -> accounts.add(account.required("id").asText()));
    }

    /// Reads, by what they do.
    Map<String, Callable<?>> reads() {
        var reads = new LinkedHashMap<String, Callable<?>>();
        reads.put("an account", () -> accountService.get("/api/v1/accounts/" + any()).required());
        reads.put(
                "a page of accounts, filtered and sorted",
                () ->
                        accountService
                                .get("/api/v1/accounts?status=ACTIVE&sort=name&limit=20")
                                .required());
        reads.put(
                "a page of the ranking",
                () -> scoringService.get("/api/v1/scores?limit=20").required());
        reads.put(
                "a score with its explanation",
                () -> scoringService.get("/api/v1/scores/" + any()).required());
        reads.put(
                "a white-space matrix",
                () -> opportunityService.get("/api/v1/white-space/" + any()).required());
        return reads;
    }

    /// Each of the reads once.
    public void readAll() throws IOException, InterruptedException {
        for (var read : reads().values()) {
            try {
                read.call();
            } catch (IOException | InterruptedException | RuntimeException e) {
                throw e;
            } catch (Exception e) {
                throw new IllegalStateException(e);
            }
        }
    }

    /// Records an invoice line.
    Api.Answer write() throws IOException, InterruptedException {
        return write(any());
    }

    private Api.Answer write(String account) throws IOException, InterruptedException {
        var answer =
                accountService.post(
                        "/api/v1/accounts/" + account + "/revenue-lines",
                        """
                        { "invoicedOn": "%s", "recurring": false,
                          "amount": { "amount": "100.00", "currency": "BRL" } }
                        """
                                .formatted(invoicedOn));
        answer.required();
        return answer;
    }

    /// From the answer to a change until the settled score that rests on it has been read.
    public Duration eventDelay() throws IOException, InterruptedException {
        var account = any();
        var written = write(account);
        var start = System.nanoTime();
        scoringService
                .getSettledOn(written.header("Account-Sequence"), "/api/v1/scores/" + account)
                .required();
        return Duration.ofNanos(System.nanoTime() - start);
    }

    private String any() {
        return accounts.get(ThreadLocalRandom.current().nextInt(accounts.size()));
    }
}
