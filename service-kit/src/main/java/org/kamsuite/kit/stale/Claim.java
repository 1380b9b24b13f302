package org.kamsuite.kit.stale;

import java.util.List;
import java.util.Set;

/// The keys that a worker has for itself until its transaction ends.
///
/// @param traceParents the spans that marked them
record Claim(List<String> keys, Set<String> traceParents) {

    boolean isEmpty() {
        return keys.isEmpty();
    }
}
