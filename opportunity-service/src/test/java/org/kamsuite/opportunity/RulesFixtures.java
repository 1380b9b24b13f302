package org.kamsuite.opportunity;

import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.kamsuite.opportunity.rules.Rules;
import org.kamsuite.opportunity.rules.WhiteSpaceConfig;

/// Rules as the settings give them.
public final class RulesFixtures {

    /// Those of a company that sets nothing.
    public static final Rules RULES = rules(Map.of());

    private RulesFixtures() {}

    /// The rules under some settings, by what comes after `kam.white-space.`.
    public static Rules with(String setting, String value) {
        return rules(Map.of("kam.white-space." + setting, value));
    }

    private static Rules rules(Map<String, String> settings) {
        return Rules.of(
                new SmallRyeConfigBuilder()
                        .withMapping(WhiteSpaceConfig.class)
                        .withDefaultValues(settings)
                        .build()
                        .getConfigMapping(WhiteSpaceConfig.class));
    }
}
