package org.kamsuite.account.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What may rest on a contract of the same account.
public interface UnderContract {

    @Nullable UUID contractId();
}
