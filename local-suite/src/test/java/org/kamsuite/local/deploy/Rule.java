package org.kamsuite.local.deploy;

import java.util.stream.Stream;

/// What manifests have to keep to.
@FunctionalInterface
interface Rule {

    /// A sentence for everything that does not.
    Stream<String> findings(Manifests manifests);
}
