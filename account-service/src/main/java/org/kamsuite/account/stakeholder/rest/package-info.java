/// The HTTP face of stakeholder.
@NullMarked
package org.kamsuite.account.stakeholder.rest;

import org.jspecify.annotations.NullMarked;
