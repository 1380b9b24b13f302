package org.kamsuite.local;

import java.io.IOException;
import java.net.http.HttpClient;
import java.nio.file.Path;
import java.time.Duration;

/// `./kam pods up`: the suite with its services in containers, from their images, as
/// `deploy/overlays/local` has them; `./kam pods down` removes them.
final class PodsUp {

    private static final Duration START = Duration.ofMinutes(10);

    private PodsUp() {}

    static int run(Path home, Options options) throws IOException, InterruptedException {
        var progress = new Progress(System.out);
        var pods = Pods.of(home, options.data(), options.portBase());
        var suite = new Suite(home, options, progress);
        Runtime.getRuntime()
                .addShutdownHook(
                        new Thread(
                                () -> {
                                    pods.close();
                                    suite.close();
                                },
                                "pods-shutdown"));
        try {
            start(pods, suite, options, progress);
            Up.loadDemo(suite, options, progress);
            Up.tell(suite, options, progress);
            // A container that fails is started again by podman.
            while (suite.dead().isEmpty()) {
                Thread.sleep(500);
            }
            progress.say("kam: " + suite.dead() + " ended; removing the pods");
            return 1;
        } finally {
            pods.close();
            suite.close();
        }
    }

    /// Returns once all services are ready.
    static void start(Pods pods, Suite suite, Options options, Progress progress)
            throws IOException, InterruptedException {
        progress.step("loading the images");
        pods.load();
        suite.startServers();
        progress.step("playing the pods");
        pods.play();
        progress.step("waiting for the services");
        var client = HttpClient.newHttpClient();
        for (var member : Member.values()) {
            if (member.isService()) {
                awaitReady(pods, client, member, options.port(member));
            }
        }
    }

    private static void awaitReady(Pods pods, HttpClient client, Member member, int port)
            throws InterruptedException {
        var end = System.nanoTime() + START.toNanos();
        while (!ServiceProcess.isReady(client, port)) {
            if (System.nanoTime() > end) {
                throw new Trouble(
                        "The "
                                + member.title()
                                + " did not become ready; its log is "
                                + pods.log(member.title()));
            }
            Thread.sleep(500);
        }
    }

    static int down(Path home, Options options) throws IOException, InterruptedException {
        var running = RunningSuite.on(options.data());
        if (running.isPresent()) {
            running.get().stop();
        } else {
            // What a killed suite has left.
            Pods.of(home, options.data(), options.portBase()).close();
        }
        System.out.println("The pods are removed; their data stay in " + options.data());
        return 0;
    }
}
