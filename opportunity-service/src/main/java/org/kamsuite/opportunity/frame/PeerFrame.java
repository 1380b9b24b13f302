package org.kamsuite.opportunity.frame;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// What accounts are compared with: taken at once of all active accounts, and never changed.
///
/// @param frame its number
/// @param members how many accounts were active
/// @param reason why somebody had it made, null where nobody did
public record PeerFrame(
        long frame, LocalDate madeOn, Instant madeAt, int members, @Nullable String reason) {}
