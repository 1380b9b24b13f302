package org.kamsuite.account.team;

import java.util.UUID;
import org.kamsuite.kit.problem.Rejection;

/// A manager works with the accounts of the own team only.
public final class NotOfTheTeam extends Rejection {

    private static final long serialVersionUID = 1L;

    public NotOfTheTeam(String user, UUID account) {
        super(
                403,
                "not-of-the-team",
                "Not of the account's team",
                "%s is not of the team of the account %s; a lead names its members"
                        .formatted(user, account));
    }
}
