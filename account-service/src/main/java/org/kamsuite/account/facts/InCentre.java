package org.kamsuite.account.facts;

import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// A fact that belongs to a buying centre of the account, or may do so.
public interface InCentre {

    @Nullable UUID centreId();
}
