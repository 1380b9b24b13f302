package org.kamsuite.local.hostile;

import static org.awaitility.Awaitility.await;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import org.kamsuite.local.ApiContract.Operation;

/// Calls every operation that writes once as it should be, in an order in which that works.
final class Seeding {

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final String ACCOUNT = "account-service";
    private static final String SCORING = "scoring-service";
    private static final String OPPORTUNITY = "opportunity-service";

    /// What others need comes first.
    private static final List<String> FIRST =
            List.of(
                    "settingsConfigure",
                    "settingsRate",
                    "managerAdmit",
                    "accountOpen",
                    "buyingCentreAdd",
                    "contractAdd",
                    "stakeholderAdd");

    /// What needs something that only comes by itself, and what would take things away again.
    private static final Set<String> LATER =
            Set.of(
                    "opportunityOpen",
                    "opportunityMove",
                    "recommendationMoveTakeUp",
                    "designationNominate");

    private final Seeds seeds;

    Seeding(Seeds seeds) {
        this.seeds = seeds;
    }

    void run() throws IOException, InterruptedException {
        for (var operation : FIRST) {
            seeds.call(ACCOUNT, operation);
        }
        callAll(OPPORTUNITY, "/api/v1/products");
        callAll(ACCOUNT, "/api/v1");
        awaitScore();
        seeds.call(ACCOUNT, "designationNominate");
        callAll(OPPORTUNITY, "/api/v1/peer-frames");
        callAll(OPPORTUNITY, "/api/v1/white-space");
        seeds.call(OPPORTUNITY, "opportunityOpen");
        seeds.call(OPPORTUNITY, "opportunityMove");
        callAll(SCORING, "/api/v1");
        for (var service : List.of(ACCOUNT, SCORING, OPPORTUNITY)) {
            callAll(service, "/admin");
        }
        var taken = recommendationBut("");
        seeds.make("/api/v1/recommendations", taken);
        seeds.call(OPPORTUNITY, "recommendationMoveTakeUp");
        seeds.make("/api/v1/recommendations", recommendationBut(taken));
    }

    private void callAll(String service, String start) throws IOException, InterruptedException {
        for (var operation : seeds.contract(service).operations()) {
            if (operation.path().startsWith(start) && isCalled(operation)) {
                seeds.call(service, operation);
            }
        }
    }

    private static boolean isCalled(Operation operation) {
        return operation.writes()
                && !operation.method().equals("DELETE")
                && !FIRST.contains(operation.id())
                && !LATER.contains(operation.id());
    }

    private void awaitScore() {
        await().atMost(PATIENCE)
                .ignoreException(IllegalStateException.class)
                .until(() -> {
                    var read = operation(SCORING, "scoreRead");
                    var right = seeds.target(SCORING, read, 1).right();
                    return seeds.wire(SCORING).send(right).isSuccess();
                });
    }

    private String recommendationBut(String taken) {
        return await().atMost(PATIENCE)
                .until(
                        () -> {
                            var list = operation(OPPORTUNITY, "recommendationList");
                            var right = seeds.target(OPPORTUNITY, list, 1).right();
                            var answer = seeds.wire(OPPORTUNITY).send(right);
                            return JSON.readTree(answer.body())
                                    .at("/items/0/recommendation/id")
                                    .asText();
                        },
                        id -> !id.isEmpty() && !id.equals(taken));
    }

    private Operation operation(String service, String id) {
        return seeds.contract(service).operations().stream()
                .filter(each -> each.id().equals(id))
                .findFirst()
                .orElseThrow();
    }
}
