package org.kamsuite.account.team;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;
import org.kamsuite.account.facts.AccountSequence;
import org.kamsuite.kit.problem.NotFound;
import org.kamsuite.kit.problem.Unprocessable;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.time.BusinessClock;

/// Who works with an account: those who were named, and its manager.
@ApplicationScoped
@Transactional
public class AccountTeam {

    private static final int MOST = 100;

    private static final String MEMBERS =
            """
            select
                coalesce(t.user_name, m.user_name) as user_name,
                m.user_name is not null as is_manager,
                t.added_at,
                t.added_by
            from (select * from account_team_members where account_id = ?) t
            full join (
                select m.user_name
                from designations d
                join managers m on m.id = d.manager_id
                where d.account_id = ? and m.user_name is not null
            ) m on m.user_name = t.user_name
            """;

    private final DataSource database;
    private final AccountSequence sequence;
    private final BusinessClock clock;
    private final Caller caller;

    @Inject
    AccountTeam(DataSource database, AccountSequence sequence, BusinessClock clock, Caller caller) {
        this.database = database;
        this.sequence = sequence;
        this.clock = clock;
        this.caller = caller;
    }

    /// Everybody of the team, by name.
    public List<TeamMember> members(UUID account) {
        try (var connection = database.getConnection()) {
            requireAccount(connection, account);
            return members(connection, account);
        } catch (SQLException e) {
            throw new IllegalStateException("The team could not be read", e);
        }
    }

    /// Whether there is such an account and the user is not of its team.
    public boolean isForeign(UUID account, String user) {
        try (var connection = database.getConnection()) {
            return exists(connection, account)
                    && members(connection, account).stream()
                            .noneMatch(member -> member.userName().equals(user));
        } catch (SQLException e) {
            throw new IllegalStateException("The team could not be read", e);
        }
    }

    /// Names somebody; who is named already stays so.
    public void add(UUID account, String user) {
        change(account, connection -> insert(connection, account, user));
    }

    /// Names whoever opens an account, before anybody is told of it.
    public void begin(UUID account, String user) {
        try (var connection = database.getConnection()) {
            insert(connection, account, user);
        } catch (SQLException e) {
            throw new IllegalStateException("The team could not be begun", e);
        }
    }

    /// Takes a name back; the manager of the account stays of the team.
    public void remove(UUID account, String user) {
        change(
                account,
                connection -> {
                    try (var delete =
                            connection.prepareStatement(
                                    "delete from account_team_members where account_id = ? and user_name = ?")) {
                        delete.setObject(1, account);
                        delete.setString(2, user);
                        if (delete.executeUpdate() == 0) {
                            throw new NotFound("named member", user);
                        }
                    }
                });
    }

    private void change(UUID account, Step step) {
        sequence.lock(account);
        try (var connection = database.getConnection()) {
            var before = names(connection, account);
            step.on(connection);
            var after = names(connection, account);
            if (after.size() > MOST) {
                throw new Unprocessable(
                        "too-many-members", "A team has at most " + MOST + " members");
            }
            if (!after.equals(before)) {
                sequence.changed(
                        new AccountSequence.Change(
                                account,
                                sequence.advance(account),
                                "team-changed",
                                caller.name(),
                                new Names(before),
                                new Names(after)));
            }
        } catch (SQLException e) {
            throw new IllegalStateException("The team could not be changed", e);
        }
    }

    private void insert(Connection connection, UUID account, String user) throws SQLException {
        try (var insert =
                connection.prepareStatement(
                        """
                        insert into account_team_members (account_id, user_name, added_at, added_by)
                        values (?, ?, ?::timestamptz, ?)
                        on conflict do nothing
                        """)) {
            insert.setObject(1, account);
            insert.setString(2, user);
            insert.setString(3, clock.instant().toString());
            insert.setString(4, caller.name());
            insert.executeUpdate();
        }
    }

    private static List<TeamMember> members(Connection connection, UUID account)
            throws SQLException {
        try (var select = connection.prepareStatement(MEMBERS + "order by user_name")) {
            select.setObject(1, account);
            select.setObject(2, account);
            var members = new ArrayList<TeamMember>();
            try (var rows = select.executeQuery()) {
                while (rows.next()) {
                    var addedAt = rows.getTimestamp(3);
                    members.add(
                            new TeamMember(
                                    rows.getString(1),
                                    rows.getBoolean(2),
                                    addedAt == null ? null : addedAt.toInstant(),
                                    rows.getString(4)));
                }
            }
            return members;
        }
    }

    private static List<String> names(Connection connection, UUID account) throws SQLException {
        return members(connection, account).stream().map(TeamMember::userName).toList();
    }

    private static void requireAccount(Connection connection, UUID account) throws SQLException {
        if (!exists(connection, account)) {
            throw new NotFound("account", account);
        }
    }

    private static boolean exists(Connection connection, UUID account) throws SQLException {
        try (var select = connection.prepareStatement("select 1 from accounts where id = ?")) {
            select.setObject(1, account);
            try (var rows = select.executeQuery()) {
                return rows.next();
            }
        }
    }

    /// The names of a team, as changes tell them.
    record Names(List<String> userNames) {}

    private interface Step {
        void on(Connection connection) throws SQLException;
    }
}
