/// Brings data into a running suite over its public interface: demo data, and files of other
/// systems.
@NullMarked
package org.kamsuite.local.data;

import org.jspecify.annotations.NullMarked;
