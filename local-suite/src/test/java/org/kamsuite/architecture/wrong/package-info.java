/// One example for each rule of the architecture that breaks it; nothing else uses them.
@NullMarked
package org.kamsuite.architecture.wrong;

import org.jspecify.annotations.NullMarked;
