package org.kamsuite.account.designation;

import org.jspecify.annotations.Nullable;
import org.kamsuite.kit.problem.Conflict;

/// The demotion may not make room for that account; totals that are not settled are left out.
final class NoPrecedence extends Conflict {

    private static final long serialVersionUID = 1L;

    NoPrecedence(Precedence compared, ProgrammeConfig rules, String rule) {
        super(
                "no-precedence",
                "The demotion cannot make room for that account",
                rule
                        + ": it is "
                        + compared.state()
                        + " with a total of "
                        + said(compared.total())
                        + "; the one that leaves has "
                        + said(compared.leaving())
                        + ", the lowest under review is "
                        + said(compared.lowest())
                        + ", and the margin "
                        + rules.roomMargin());
        with("state", compared.state());
        with("margin", rules.roomMargin());
        member("total", compared.total());
        member("leavingTotal", compared.leaving());
        member("lowestTotal", compared.lowest());
    }

    private void member(String name, @Nullable Object value) {
        if (value != null) {
            with(name, value);
        }
    }

    private static Object said(@Nullable Object total) {
        return total == null ? "none that is settled" : total;
    }
}
