/// The manifests under `deploy/`: rendered, and held to the rules of Kubernetes and to ours.
@NullMarked
package org.kamsuite.local.deploy;

import org.jspecify.annotations.NullMarked;
