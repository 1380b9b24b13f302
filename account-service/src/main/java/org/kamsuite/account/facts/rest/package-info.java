/// The HTTP face that every kind of fact has.
@NullMarked
package org.kamsuite.account.facts.rest;

import org.jspecify.annotations.NullMarked;
