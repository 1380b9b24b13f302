package org.kamsuite.local;

import java.io.IOException;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.Semaphore;

/// Sends changes until each is acknowledged, however often the service dies under it.
final class Writer {

    private static final int ACCOUNTS = 20;
    private static final int THREADS = 4;
    private static final int REQUEST_TIMEOUT = 408;
    private static final int CONFLICT = 409;

    private volatile List<Api> accounts;
    private final long seed;
    private final LocalDate day;
    private final List<AcknowledgedAccount> model = new ArrayList<>();
    private final Semaphore allowed = new Semaphore(0);

    /// @param accounts the processes of the account-service, any of which takes a change
    Writer(List<Api> accounts, long seed, LocalDate day) {
        this.accounts = accounts;
        this.seed = seed;
        this.day = day;
    }

    List<AcknowledgedAccount> model() {
        return model;
    }

    /// From now on only these processes take changes.
    void writeTo(List<Api> accounts) {
        this.accounts = accounts;
    }

    /// A restore has put the services back to what was known then.
    void forgetAllBut(List<AcknowledgedAccount> known) {
        model.clear();
        model.addAll(known);
    }

    void openAccounts() throws InterruptedException {
        for (var number = 0; number < ACCOUNTS; number++) {
            var account =
                    acknowledged(
                            "/api/v1/accounts",
                            """
                            { "profile": { "name": "Account %d", "status": "ACTIVE", "sectorCode": "35.1" },
                              "externalIds": [{ "system": "ERP", "id": "%d-%d" }] }
                            """
                                    .formatted(number, seed, number));
            var centre =
                    acknowledged(
                            "/api/v1/accounts/" + account + "/centres",
                            """
                            { "name": "Operations", "area": "OPERATIONS", "decisionScope": [],
                              "status": "ACTIVE", "zone": "UTC", "observationComplete": true }
                            """);
            model.add(new AcknowledgedAccount(account, centre, 2));
        }
    }

    /// Lets so many more changes be sent.
    void allow(int changes) {
        allowed.release(changes);
    }

    /// Sends the changes from several threads as they are allowed.
    void write(int changes) throws InterruptedException {
        try (var threads = Executors.newFixedThreadPool(THREADS)) {
            var written = new ArrayList<Future<?>>();
            for (var thread = 0; thread < THREADS; thread++) {
                var random = new Random(seed + thread);
                written.add(
                        threads.submit(() -> {
                            for (var n = 0; n < changes / THREADS; n++) {
                                allowed.acquire();
                                change(model.get(random.nextInt(ACCOUNTS)), random);
                            }
                            return null;
                        }));
            }
            for (var each : written) {
                each.get();
            }
        } catch (ExecutionException e) {
            throw new AssertionError("A change was refused", e.getCause());
        }
    }

    private void change(AcknowledgedAccount account, Random random) throws InterruptedException {
        var amount = BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
        if (random.nextInt(4) == 0) {
            account.holding(holding(account, amount, random.nextInt(10)), amount);
        } else {
            account.revenueLine(revenueLine(account, amount, 1 + random.nextInt(11)), amount);
        }
    }

    private UUID holding(AcknowledgedAccount account, BigDecimal value, int product)
            throws InterruptedException {
        return UUID.fromString(
                acknowledged(
                        "/api/v1/accounts/" + account.id() + "/holdings",
                        """
                        { "centreId": "%s", "productCode": "P%d", "startsOn": "%s",
                          "annualValue": { "amount": "%s", "currency": "EUR" } }
                        """
                                .formatted(account.centre(), product, day.minusYears(1), value)));
    }

    private UUID revenueLine(AcknowledgedAccount account, BigDecimal amount, int monthsAgo)
            throws InterruptedException {
        return UUID.fromString(
                acknowledged(
                        "/api/v1/accounts/" + account.id() + "/revenue-lines",
                        """
                        { "invoicedOn": "%s", "recurring": false,
                          "amount": { "amount": "%s", "currency": "EUR" } }
                        """
                                .formatted(day.minusMonths(monthsAgo), amount)));
    }

    /// Sends the same request with the same key until it is known to have taken effect.
    private String acknowledged(String path, String body) throws InterruptedException {
        var key = UUID.randomUUID();
        for (var attempt = key.hashCode() & 1; ; attempt++) {
            try {
                var targets = accounts;
                var answer = targets.get(attempt % targets.size()).post(path, body, key);
                if (answer.isSuccess()) {
                    return answer.body().required("id").asText();
                }
                if (isFinal(answer.status())) {
                    throw new AssertionError(path + " answered " + answer.status() + answer.body());
                }
            } catch (IOException e) {
                // Whether it took effect is unknown: the key lets us ask again.
            }
            Thread.sleep(100);
        }
    }

    private static boolean isFinal(int status) {
        return status / 100 == 4 && status != CONFLICT && status != REQUEST_TIMEOUT;
    }
}
