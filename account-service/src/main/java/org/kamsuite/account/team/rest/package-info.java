/// The HTTP face of account teams.
@NullMarked
package org.kamsuite.account.team.rest;

import org.jspecify.annotations.NullMarked;
