/// How the kit talks to the broker: settings, topic names, CloudEvents headers.
@NullMarked
package org.kamsuite.kit.kafka;

import org.jspecify.annotations.NullMarked;
