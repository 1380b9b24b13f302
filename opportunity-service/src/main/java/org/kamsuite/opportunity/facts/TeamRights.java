package org.kamsuite.opportunity.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.UUID;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

/// Lets managers work on the accounts of their own teams only, as the fact sheets name them.
@ApplicationScoped
public class TeamRights {

    /// A sheet of before there were teams names none, and refuses nobody.
    private static final String FOREIGN =
            """
            select 1
            from account_facts
            where account_id = ?
                and sheet -> 'team' is not null
                and not jsonb_exists(sheet -> 'team', ?)
            """;

    private final Caller caller;

    @Inject
    TeamRights(Caller caller) {
        this.caller = caller;
    }

    /// Refuses a caller who is nothing but a manager, and of another team.
    public void require(Connection connection, UUID account) throws SQLException {
        if (!caller.is(Roles.MANAGER) || caller.is(Roles.LEAD) || caller.is(Roles.INTEGRATOR)) {
            return;
        }
        try (var select = connection.prepareStatement(FOREIGN)) {
            select.setObject(1, account);
            select.setString(2, caller.name());
            try (var rows = select.executeQuery()) {
                if (rows.next()) {
                    throw new NotOfTheTeam(caller.name(), account);
                }
            }
        }
    }
}
