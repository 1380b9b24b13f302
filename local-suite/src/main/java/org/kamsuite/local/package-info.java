/// Runs the whole suite on one machine: real servers, three service processes, a token issuer.
@NullMarked
package org.kamsuite.local;

import org.jspecify.annotations.NullMarked;
