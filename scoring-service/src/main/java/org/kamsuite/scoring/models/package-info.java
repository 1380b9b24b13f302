/// Versions of the scoring model.
@NullMarked
package org.kamsuite.scoring.models;

import org.jspecify.annotations.NullMarked;
