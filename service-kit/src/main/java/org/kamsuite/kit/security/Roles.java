package org.kamsuite.kit.security;

/// The roles that a token can carry in its claim `roles`.
public final class Roles {

    /// Reads everything but personal data.
    public static final String READER = "reader";

    /// Reads and writes the facts of accounts.
    public static final String MANAGER = "manager";

    /// Nominates, models, and releases frames.
    public static final String LEAD = "lead";

    /// Confirms, rejects and demotes.
    public static final String APPROVER = "approver";

    /// Imports and writes by external id.
    public static final String INTEGRATOR = "integrator";

    /// Changes settings and operates the service.
    public static final String ADMINISTRATOR = "administrator";

    private Roles() {}
}
