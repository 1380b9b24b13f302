package org.kamsuite.kit.security;

import io.quarkus.runtime.StartupEvent;
import io.quarkus.runtime.configuration.ConfigUtils;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.List;
import org.eclipse.microprofile.config.ConfigProvider;

/// A service that runs in production knows whose tokens it takes and for whom they are, or it does
/// not start.
@ApplicationScoped
class TrustedIssuer {

    private static final List<String> NEEDED =
            List.of(
                    "quarkus.oidc.auth-server-url",
                    "quarkus.oidc.token.issuer",
                    "quarkus.oidc.token.audience");

    void refuseToTrustAnybody(@Observes @Priority(1) StartupEvent start) {
        if (ConfigUtils.isProfileActive("prod")) {
            require(missing());
        }
    }

    static List<String> missing() {
        var config = ConfigProvider.getConfig();
        return NEEDED.stream()
                .filter(name ->
                        config.getOptionalValue(name, String.class)
                                .filter(value -> !value.isBlank())
                                .isEmpty())
                .toList();
    }

    static void require(List<String> missing) {
        if (!missing.isEmpty()) {
            throw new IllegalStateException(
                    "In production a service takes the tokens of one issuer only: "
                            + String.join(", ", missing)
                            + " must be set");
        }
    }
}
