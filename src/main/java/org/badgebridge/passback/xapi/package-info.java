/**
 * The receiver of Experience API statements, as Moodle's plugin {@code logstore_xapi} sends them:
 * as much of a learning record store as such a sender needs.
 */
@NullMarked
package org.badgebridge.passback.xapi;

import org.jspecify.annotations.NullMarked;
