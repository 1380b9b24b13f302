package org.kamsuite.account.designation;

import java.time.Instant;
import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/// Who decided, when, and why in words.
record Decision(String actor, Instant at, LocalDate day, @Nullable String reason) {}
