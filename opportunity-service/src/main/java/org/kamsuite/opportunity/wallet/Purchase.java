package org.kamsuite.opportunity.wallet;

import org.jspecify.annotations.Nullable;

/// What one account buys of a product in a year, by employee; null where it is not known.
///
/// @param spend in the company's currency
public record Purchase(@Nullable Double spend, @Nullable Double quantity) {}
