package org.kamsuite.account.designation;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// What two approvers have agreed on; kept with the transition for ever.
///
/// @param former the manager until the owner changes
record Demotion(
        String proposedBy, DemotionPlan plan, @Nullable UUID former, LocalDate ownerChangesOn) {}
