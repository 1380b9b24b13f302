/// The HTTP face of plan.
@NullMarked
package org.kamsuite.account.plan.rest;

import org.jspecify.annotations.NullMarked;
