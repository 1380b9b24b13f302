package org.kamsuite.kit.problem;

import io.vertx.ext.web.RoutingContext;

/// The body of a refused request, which nobody is going to read.
public final class UnreadBody {

    /// Closed at once, a caller that is still sending would not see the refusal.
    private static final long LINGER_MILLISECONDS = 1000;

    private UnreadBody() {}

    /// Ends the connection soon after the answer, so that no caller holds it with what it sends.
    public static void closeAfterAnswer(RoutingContext context) {
        context.response().putHeader("Connection", "close");
        context.addEndHandler(end ->
                context.vertx()
                        .setTimer(
                                LINGER_MILLISECONDS,
                                over -> context.request().connection().close()));
    }
}
