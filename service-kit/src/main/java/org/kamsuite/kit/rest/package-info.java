/// Conditional requests, freshness and what every answer carries.
@NullMarked
package org.kamsuite.kit.rest;

import org.jspecify.annotations.NullMarked;
