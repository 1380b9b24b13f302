package org.kamsuite.scoring.criteria;

import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/// An evidence item that a measure rests on: a fact with what proves it, where that was said.
public record EvidenceFact(UUID id, LocalDate on, @Nullable String type) {}
