package org.kamsuite.opportunity.whitespace;

import java.util.UUID;

/// What identifies a cell: the centre and the product.
public record CellKey(UUID centreId, String productCode) {}
