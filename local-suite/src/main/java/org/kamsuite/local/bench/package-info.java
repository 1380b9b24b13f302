/// `./kam bench`: what the suite does in a second and how long it takes, beside what the database,
/// the broker and the virtual machine alone do in the same run.
@NullMarked
package org.kamsuite.local.bench;

import org.jspecify.annotations.NullMarked;
