package org.kamsuite.local;

import java.io.IOException;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;

/// Kills members of a running suite with SIGKILL at random moments, and starts each again.
final class Killer {

    private static final List<String> VICTIMS =
            List.of(
                    "account-service",
                    "scoring-service",
                    "opportunity-service",
                    "kafka",
                    "postgres");

    private final Suite suite;
    private final Random random;
    private final List<String> killed = new ArrayList<>();

    Killer(Suite suite, long seed) {
        this.suite = suite;
        this.random = new Random(seed);
    }

    List<String> killed() {
        return killed;
    }

    /// Kills every victim in turn, in an order that the seed decides, each while changes are on
    /// their way.
    void kill(int kills, Writer writer, int changesPerKill)
            throws IOException, InterruptedException {
        var round = new ArrayList<String>();
        while (killed.size() < kills) {
            if (round.isEmpty()) {
                round.addAll(VICTIMS);
                Collections.shuffle(round, random);
            }
            writer.allow(changesPerKill);
            Thread.sleep(random.nextInt(1000));
            killAndRestart(round.removeFirst());
        }
    }

    private void killAndRestart(String victim) throws IOException, InterruptedException {
        killed.add(victim);
        System.out.println("SIGKILL " + killed.size() + ": " + victim);
        switch (victim) {
            case "kafka" -> {
                suite.broker().destroyForcibly().waitFor();
                Thread.sleep(random.nextInt(2000));
                suite.restartBroker();
            }
            case "postgres" -> {
                suite.killPostgres();
                Thread.sleep(random.nextInt(2000));
                suite.restartPostgres();
            }
            default -> {
                suite.service(victim).process().destroyForcibly().waitFor();
                Thread.sleep(random.nextInt(2000));
                suite.restart(victim);
            }
        }
    }
}
