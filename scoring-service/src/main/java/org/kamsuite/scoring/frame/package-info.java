/// Reference frames: what all accounts are measured against.
@NullMarked
package org.kamsuite.scoring.frame;

import org.jspecify.annotations.NullMarked;
