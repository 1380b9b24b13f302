package org.kamsuite.opportunity.facts;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
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

    /// Refuses a manager of another team whom no other role lets in.
    ///
    /// @param others roles, beside the lead's, that the operation is for
    public void require(Connection connection, UUID account, String... others) throws SQLException {
        if (!caller.is(Roles.MANAGER)
                || caller.is(Roles.LEAD)
                || Stream.of(others).anyMatch(caller::is)) {
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

    /// Whether the caller may see the people of an account with this team: a lead, or a manager who
    /// is of it.
    ///
    /// @param team user names, null in a sheet of before there were teams
    public boolean showsPeople(@Nullable List<String> team) {
        return caller.is(Roles.LEAD)
                || (caller.is(Roles.MANAGER) && (team == null || team.contains(caller.name())));
    }
}
