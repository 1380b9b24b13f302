/// Real PostgreSQL and Kafka from jars, for tests and for running the suite on one machine.
@NullMarked
package org.kamsuite.embedded;

import org.jspecify.annotations.NullMarked;
