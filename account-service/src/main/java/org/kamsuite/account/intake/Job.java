package org.kamsuite.account.intake;

import java.util.UUID;

/// An import: what it brings, from which system, and who sent it.
record Job(UUID id, String kind, String system, boolean dryRun, String submittedBy) {}
