package org.kamsuite.opportunity.frame;

import java.time.Instant;
import java.time.LocalDate;

/// What accounts are compared with: taken at once of all active accounts, and never changed.
///
/// @param frame its number
/// @param members how many accounts were active
public record PeerFrame(long frame, LocalDate madeOn, Instant madeAt, int members) {}
