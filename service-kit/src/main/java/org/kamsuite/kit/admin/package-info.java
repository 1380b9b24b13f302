/// What an administrator does to a running service: publish anew, look at dead letters and replay
/// them.
@NullMarked
package org.kamsuite.kit.admin;

import org.jspecify.annotations.NullMarked;
