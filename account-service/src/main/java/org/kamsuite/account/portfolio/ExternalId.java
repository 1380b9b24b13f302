package org.kamsuite.account.portfolio;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;

/// The identifier under which another system knows an account.
public record ExternalId(
        @NotNull @Pattern(regexp = SYSTEM, message = SYSTEM_RULE) String system,
        @NotNull @Size(min = 1, max = LONGEST) String id) {

    public static final String SYSTEM = "[A-Za-z0-9][A-Za-z0-9._-]{0,63}";
    public static final String SYSTEM_RULE =
            "A system's name has 1 to 64 letters, digits, dots, dashes or underscores";
    public static final int LONGEST = 200;
}
