package org.kamsuite.account.portfolio.rest;

import static org.kamsuite.kit.query.FieldType.BOOLEAN;
import static org.kamsuite.kit.query.FieldType.ID;
import static org.kamsuite.kit.query.FieldType.NUMBER;
import static org.kamsuite.kit.query.FieldType.TEXT;

import org.kamsuite.account.portfolio.AccountProfile;
import org.kamsuite.kit.query.ListSpec;
import org.kamsuite.kit.security.Caller;
import org.kamsuite.kit.security.Roles;

/// What accounts can be listed by.
final class AccountFields {

    private static final String OF_ACCOUNT = " f where f.account_id = a.id and %s)";

    private static final String OF_TEAM =
            "? in (select t.user_name from account_team_members t where t.account_id = a.id"
                    + " union all select m.user_name from managers m where m.id = d.manager_id) and ";

    private static final String HAS_STAKEHOLDER =
            "exists (select 1 from stakeholders f, unnest(f.roles) role where"
                    + " f.account_id = a.id and %s)";

    private static final ListSpec OPEN = open();

    private static final ListSpec WITH_PEOPLE =
            open().related("stakeholder.role", TEXT, "role", HAS_STAKEHOLDER);

    private AccountFields() {}

    /// What the caller may list accounts by. Whom an account has among its people is confidential:
    /// leads find all accounts by it, managers those of their teams, others none.
    static ListSpec of(Caller caller) {
        if (caller.is(Roles.LEAD)) {
            return WITH_PEOPLE;
        }
        return caller.is(Roles.MANAGER)
                ? open().related(
                                "stakeholder.role",
                                TEXT,
                                "role",
                                OF_TEAM + HAS_STAKEHOLDER,
                                caller.name())
                : OPEN;
    }

    private static ListSpec open() {
        return ListSpec.of("from accounts a join designations d on d.account_id = a.id", "a.id", ID)
                .field("name", TEXT, "a.name")
                .choice("status", "a.status", AccountProfile.Status.values())
                .field("parentId", ID, "a.parent_id")
                .field("sectorCode", TEXT, "coalesce(a.sector_code, '')")
                .field("headcount", NUMBER, "coalesce(a.headcount, 0)")
                .field("insolvent", BOOLEAN, "a.insolvent")
                .field("designation", TEXT, "d.state")
                .related("managerId", ID, "d.manager_id", "(%s)")
                .related(
                        "holding.product",
                        TEXT,
                        "f.product_code",
                        "exists (select 1 from holdings" + OF_ACCOUNT)
                .related(
                        "location.country",
                        TEXT,
                        "f.country",
                        "exists (select 1 from locations" + OF_ACCOUNT)
                .related(
                        "externalId.system",
                        TEXT,
                        "f.system",
                        "exists (select 1 from account_external_ids" + OF_ACCOUNT)
                .related(
                        "under",
                        ID,
                        "top.id",
                        "a.id in (with recursive below (id) as (select top.id from accounts top where %s"
                                + " union all select c.id from accounts c join below b on c.parent_id = b.id)"
                                + " select id from below)")
                .search("a.name")
                .sortedBy("name");
    }
}
