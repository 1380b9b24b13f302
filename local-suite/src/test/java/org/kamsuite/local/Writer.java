package org.kamsuite.local;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
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

    private final Sender sender;
    private final long seed;
    private final LocalDate day;
    private final List<AcknowledgedAccount> model = new ArrayList<>();
    private final Semaphore allowed = new Semaphore(0);

    /// @param accounts the processes of the account-service, any of which takes a change
    Writer(List<Api> accounts, long seed, LocalDate day) {
        this.sender = new Sender(accounts);
        this.seed = seed;
        this.day = day;
    }

    List<AcknowledgedAccount> model() {
        return model;
    }

    /// From now on only these processes take changes.
    void writeTo(List<Api> accounts) {
        sender.sendTo(accounts);
    }

    /// A restore has put the services back to what was known then.
    void forgetAllBut(List<AcknowledgedAccount> known) {
        model.clear();
        known.stream().map(AcknowledgedAccount::copy).forEach(model::add);
    }

    void openAccounts() throws InterruptedException {
        for (var number = 0; number < ACCOUNTS; number++) {
            var account =
                    sender.post(
                            "/api/v1/accounts",
                            """
                            { "profile": { "name": "Account %d", "status": "ACTIVE", "sectorCode": "35.1" },
                              "externalIds": [{ "system": "ERP", "id": "%d-%d" }] }
                            """
                                    .formatted(number, seed, number));
            var centre =
                    sender.post(
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
                var own = Own.of(seed + thread);
                written.add(
                        threads.submit(() -> {
                            for (var n = 0; n < changes / THREADS; n++) {
                                allowed.acquire();
                                change(model.get(own.random().nextInt(ACCOUNTS)), own);
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

    /// Most changes add; some revise or remove what the same thread has added before.
    private void change(AcknowledgedAccount account, Own own) throws InterruptedException {
        switch (own.random().nextInt(8)) {
            case 0, 1 -> addHolding(account, own);
            case 2 -> reviseHolding(account, own);
            case 3 -> removeRevenueLine(account, own);
            default -> addRevenueLine(account, own);
        }
    }

    private void addHolding(AcknowledgedAccount account, Own own) throws InterruptedException {
        var value = own.amount();
        var path = "/api/v1/accounts/" + account.id() + "/holdings";
        var id =
                sender.post(
                        path,
                        """
                        { "centreId": "%s", "productCode": "P%d", "startsOn": "%s",
                          "annualValue": { "amount": "%s", "currency": "EUR" } }
                        """
                                .formatted(
                                        account.centre(),
                                        own.random().nextInt(10),
                                        day.minusYears(1),
                                        value));
        account.holding(UUID.fromString(id), value);
        own.holdings().add(new Made(account, UUID.fromString(id), path + "/" + id));
    }

    private void reviseHolding(AcknowledgedAccount account, Own own) throws InterruptedException {
        var revised = own.any(own.holdings());
        if (revised.isEmpty()) {
            addHolding(account, own);
            return;
        }
        var value = own.amount();
        sender.patch(
                revised.get().path(),
                "{ \"annualValue\": { \"amount\": \"%s\", \"currency\": \"EUR\" } }"
                        .formatted(value),
                seen ->
                        value.compareTo(new BigDecimal(seen.at("/annualValue/amount").asText("0")))
                                == 0);
        revised.get().account().holding(revised.get().id(), value);
    }

    private void removeRevenueLine(AcknowledgedAccount account, Own own)
            throws InterruptedException {
        var removed = own.any(own.revenueLines());
        if (removed.isEmpty()) {
            addRevenueLine(account, own);
            return;
        }
        sender.delete(removed.get().path());
        own.revenueLines().remove(removed.get());
        removed.get().account().removed(removed.get().id());
    }

    private void addRevenueLine(AcknowledgedAccount account, Own own) throws InterruptedException {
        var amount = own.amount();
        var path = "/api/v1/accounts/" + account.id() + "/revenue-lines";
        var id =
                sender.post(
                        path,
                        """
                        { "invoicedOn": "%s", "recurring": false,
                          "amount": { "amount": "%s", "currency": "EUR" } }
                        """
                                .formatted(day.minusMonths(1 + own.random().nextInt(11)), amount));
        account.revenueLine(UUID.fromString(id), amount);
        own.revenueLines().add(new Made(account, UUID.fromString(id), path + "/" + id));
    }

    /// Something that was added.
    private record Made(AcknowledgedAccount account, UUID id, String path) {}

    /// What one thread has added, and its dice.
    private record Own(Random random, List<Made> holdings, List<Made> revenueLines) {

        static Own of(long seed) {
            return new Own(new Random(seed), new ArrayList<>(), new ArrayList<>());
        }

        BigDecimal amount() {
            return BigDecimal.valueOf(1 + random.nextInt(1_000_000), 2);
        }

        Optional<Made> any(List<Made> made) {
            return made.isEmpty()
                    ? Optional.empty()
                    : Optional.of(made.get(random.nextInt(made.size())));
        }
    }
}
