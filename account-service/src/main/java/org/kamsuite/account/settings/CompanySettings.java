package org.kamsuite.account.settings;

import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import org.jspecify.annotations.NullUnmarked;

/// The settings of the one company that this deployment belongs to.
@Entity
@Table(name = "company_settings")
@NullUnmarked
public class CompanySettings {

    @Id private boolean one = true;
    private String currency;
    private String zone;
    private int fiscalYearStartMonth;
    private int cycleMonths;
    private int configuredCap;
    @Version private long version;

    void rewrite(SettingsContent content) {
        this.currency = content.currency();
        this.zone = content.zone();
        this.fiscalYearStartMonth = content.fiscalYearStartMonth();
        this.cycleMonths = content.cycleMonths();
        this.configuredCap = content.configuredCap();
    }

    public SettingsContent content() {
        return new SettingsContent(
                currency, zone, fiscalYearStartMonth, cycleMonths, configuredCap);
    }

    public long version() {
        return version;
    }
}
