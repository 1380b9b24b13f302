/// Sends every operation of the OpenAPI documents what a hostile or broken caller would send.
@NullMarked
package org.kamsuite.local.hostile;

import org.jspecify.annotations.NullMarked;
