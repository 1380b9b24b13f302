package org.kamsuite.account.settings.rest;

import com.fasterxml.jackson.annotation.JsonUnwrapped;
import org.kamsuite.account.settings.CompanySettings;
import org.kamsuite.account.settings.SettingsContent;
import org.kamsuite.kit.rest.Versioned;

/// The settings as they are answered.
public record SettingsResponse(@JsonUnwrapped SettingsContent content, String etag)
        implements Versioned {

    static SettingsResponse of(CompanySettings settings) {
        return new SettingsResponse(settings.content(), Long.toString(settings.version()));
    }
}
