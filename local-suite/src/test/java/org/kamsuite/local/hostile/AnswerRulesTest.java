package org.kamsuite.local.hostile;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class AnswerRulesTest {

    private static final String PROBLEM =
            """
            { "type": "/problems/x", "title": "x", "status": 400, "detail": "%s",
              "errors": [{ "pointer": "/name", "detail": "x" }] }
            """;

    private static List<String> broken(int status, String type, String body) {
        var hostile =
                HostileCase.of(Category.WRONG_TYPE, "a case", Request.of("POST", "/")).at("/name");
        return AnswerRules.broken(hostile, new Answer(status, type, "", "", body));
    }

    @Test
    void acceptsAProblemThatSaysWhere() {
        assertThat(broken(400, "application/problem+json", PROBLEM.formatted("too long")))
                .isEmpty();
    }

    @Test
    void findsAnotherStatus() {
        assertThat(broken(200, "application/json", "{}")).anyMatch(what -> what.contains("status"));
        assertThat(broken(500, "application/problem+json", PROBLEM.formatted("x")))
                .contains("the service failed");
    }

    @Test
    void findsWhatIsNoProblem() {
        assertThat(broken(400, "text/html", "<html>no</html>"))
                .contains("it is no JSON", "it shows the insides");
        assertThat(broken(400, "application/json", PROBLEM.formatted("x")))
                .containsExactly("it is not problem+json");
        assertThat(broken(400, "application/problem+json", ""))
                .contains("it has no type", "no error is at /name");
    }

    @Test
    void findsInsides() {
        for (var inside :
                List.of(
                        "java.lang.NullPointerException",
                        "org.kamsuite.account.Account",
                        "at org.Foo.bar(Foo.java:1)",
                        "select id from accounts")) {
            assertThat(broken(400, "application/problem+json", PROBLEM.formatted(inside)))
                    .as(inside)
                    .containsExactly("it shows the insides");
        }
    }
}
