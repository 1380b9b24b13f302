/// The HTTP face of evidence.
@NullMarked
package org.kamsuite.account.evidence.rest;

import org.jspecify.annotations.NullMarked;
