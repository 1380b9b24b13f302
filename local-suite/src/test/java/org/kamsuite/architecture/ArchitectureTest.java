package org.kamsuite.architecture;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/// Every rule holds over all modules, and fails on the example that breaks it.
class ArchitectureTest {

    private static final String WRONG = "org.kamsuite.architecture.wrong";
    private static final JavaClasses SUITE =
            new ClassFileImporter()
                    .importPaths(
                            Stream.of(
                                            "service-kit",
                                            "account-service",
                                            "scoring-service",
                                            "opportunity-service")
                                    .map(module -> Path.of("..", module, "target", "classes"))
                                    .toList());
    private static final JavaClasses WRONG_EXAMPLES = new ClassFileImporter().importPackages(WRONG);

    @ParameterizedTest(name = "{0}")
    @MethodSource("rules")
    void holdsOverAllModules(String name, ArchRule rule) {
        assertThat(rule.evaluate(SUITE).getFailureReport().getDetails()).as(name).isEmpty();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("rulesOfTheWrongExamples")
    void failsOnAWrongExample(String name, ArchRule rule) {
        assertThat(rule.evaluate(WRONG_EXAMPLES).hasViolation()).as(name).isTrue();
    }

    static Stream<Arguments> rules() {
        return arguments(new ArchitectureRules("org.kamsuite").all());
    }

    static Stream<Arguments> rulesOfTheWrongExamples() {
        return arguments(new ArchitectureRules(WRONG).all());
    }

    private static Stream<Arguments> arguments(Map<String, ArchRule> rules) {
        return rules.entrySet().stream().map(rule -> Arguments.of(rule.getKey(), rule.getValue()));
    }
}
