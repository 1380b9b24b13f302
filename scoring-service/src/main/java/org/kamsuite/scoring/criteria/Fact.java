package org.kamsuite.scoring.criteria;

import java.time.LocalDate;
import java.util.UUID;

/// A raw fact that a measure rests on: its identifier, and the day it is of.
public record Fact(UUID id, LocalDate on) {}
