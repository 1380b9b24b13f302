package org.kamsuite.account.settings;

import org.kamsuite.kit.problem.Rejection;

/// Nothing can be computed before the company's settings are there.
public final class SettingsMissing extends Rejection {

    private static final long serialVersionUID = 1L;

    public SettingsMissing() {
        super(
                409,
                "settings-missing",
                "The company has no settings yet",
                "PUT /api/v1/settings first: currency, zone, fiscal year and cycle");
    }
}
