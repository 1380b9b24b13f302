package org.kamsuite.account.portfolio;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.kamsuite.account.facts.AccountSequence;

/// What changed at several accounts, once at each, to be filed together.
public final class Filings {

    private final Map<UUID, Filing> filings = new LinkedHashMap<>();

    void add(UUID account, Filing filing) {
        filings.put(account, filing);
    }

    boolean concern(UUID account) {
        return filings.containsKey(account);
    }

    Set<UUID> accounts() {
        return filings.keySet();
    }

    List<AccountSequence.Change> changes(Map<UUID, AccountSequence.Version> versions) {
        return filings.entrySet().stream()
                .map(filed -> {
                    var version = versions.get(filed.getKey());
                    if (version == null) {
                        throw new IllegalStateException("An account vanished while it was written");
                    }
                    var filing = filed.getValue();
                    return new AccountSequence.Change(
                            filed.getKey(),
                            version.sequence(),
                            filing.what(),
                            filing.by(),
                            filing.before(),
                            filing.after());
                })
                .toList();
    }

    void clear() {
        filings.clear();
    }

    record Filing(String what, String by, @Nullable Object before, Object after) {}
}
