package org.kamsuite.local.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.SQLException;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.kamsuite.local.Trouble;

/// The disk of the broker is full for half a minute. The broker's files are moved to a small file
/// system in memory for it, which takes root; a file of nothing fills that.
final class BrokerDiskFull implements Scenario {

    private static final double SHARE = 0.5;
    private static final long ROOM = 300L << 20;

    @Override
    public void run(Strain strain) throws IOException, InterruptedException, SQLException {
        strain.report().section("Disk of the broker full: 30 s at 50 % of capacity");
        var disk = strain.data().resolve("kafka");
        var aside = strain.data().resolve("kafka-aside");
        stop(strain.suite().broker());
        moveToMemory(disk, aside);
        try {
            strain.suite().restartBroker();
            fill(strain, disk.resolve("ballast"));
        } finally {
            stop(strain.suite().broker());
            moveBack(disk, aside);
            strain.suite().restartBroker();
        }
        strain.check();
    }

    private static void fill(Strain strain, Path ballast)
            throws IOException, InterruptedException, SQLException {
        Window before;
        Window during;
        Window after;
        double drained;
        long waiting;
        boolean died;
        try (var traffic = strain.traffic(SHARE)) {
            Thread.sleep(10_000);
            before = traffic.next();
            Thread.sleep(20_000);
            during = traffic.next();
            fillWithNothing(ballast);
            Thread.sleep(30_000);
            died = !strain.suite().broker().isAlive();
            waiting = strain.waitingForTheBroker();
            after = traffic.next();
            Files.delete(ballast);
            stop(strain.suite().broker());
            strain.suite().restartBroker();
            drained = strain.awaitDrained(50);
            Thread.sleep(20_000);
        }
        strain.report().answers("before", before, null);
        strain.report().answers("while it is full", during, before);
        strain.report().answers("after", after, before);
        strain.report().count("the broker ended by itself (1: yes)", died ? 1 : 0);
        strain.report().count("changes that wait at the end", waiting);
        strain.report().number("told, after the broker starts", drained, "s", null);
        strain.report().required("the full disk stopped the broker", waiting > 50);
        strain.report()
                .required(
                        "every request was served all the while",
                        before.isAllAccepted() && during.isAllAccepted() && after.isAllAccepted());
    }

    private static void fillWithNothing(Path ballast) throws IOException {
        var nothing = new byte[1 << 16];
        try (var file = Files.newOutputStream(ballast)) {
            while (true) {
                file.write(nothing);
            }
        } catch (IOException e) {
            // The last bytes, which a whole block finds no room for.
            if (Files.getFileStore(ballast).getUsableSpace() >= nothing.length) {
                throw e;
            }
        }
    }

    private static void moveToMemory(Path disk, Path aside)
            throws IOException, InterruptedException {
        Files.move(disk, aside);
        Files.createDirectory(disk);
        var size = bytes(aside) + ROOM;
        command("mount", "-t", "tmpfs", "-o", "size=" + size, "tmpfs", disk.toString());
        command("cp", "-a", "--sparse=always", aside + "/.", disk.toString());
    }

    private static void moveBack(Path disk, Path aside) throws IOException, InterruptedException {
        command("rm", "-rf", aside.toString());
        command("cp", "-a", "--sparse=always", disk.toString(), aside.toString());
        command("umount", disk.toString());
        Files.delete(disk);
        Files.move(aside, disk);
    }

    private static long bytes(Path folder) throws IOException {
        try (var files = Files.walk(folder)) {
            return files.filter(Files::isRegularFile)
                    .mapToLong(file -> file.toFile().length())
                    .sum();
        }
    }

    private static void stop(Process broker) throws InterruptedException {
        broker.destroy();
        if (!broker.waitFor(20, TimeUnit.SECONDS)) {
            broker.destroyForcibly().waitFor();
        }
    }

    private static void command(String... words) throws IOException, InterruptedException {
        var process = new ProcessBuilder(words).inheritIO().start();
        if (process.waitFor() != 0) {
            throw new Trouble("This failed, which takes root on Linux: " + List.of(words));
        }
    }
}
