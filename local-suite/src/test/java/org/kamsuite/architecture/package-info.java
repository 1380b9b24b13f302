/// The rules of the architecture over all modules, each seen to fail on a wrong example.
@NullMarked
package org.kamsuite.architecture;

import org.jspecify.annotations.NullMarked;
