package org.kamsuite.kit.security;

import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;

class TrustedIssuerTest {

    @Test
    void namesWhatIsMissing() {
        assertThatThrownBy(() ->
                        TrustedIssuer.require(
                                List.of(
                                        "quarkus.oidc.auth-server-url",
                                        "quarkus.oidc.token.issuer")))
                .hasMessage(
                        "In production a service takes the tokens of one issuer only: "
                                + "quarkus.oidc.auth-server-url, quarkus.oidc.token.issuer must be set");
    }

    @Test
    void isSatisfiedWhenAllIsSet() {
        assertThatCode(() -> TrustedIssuer.require(List.of())).doesNotThrowAnyException();
    }
}
