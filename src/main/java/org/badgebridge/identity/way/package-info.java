/** The ways into a backpack beside the LMS: proven addresses, and what their owners are told. */
@NullMarked
package org.badgebridge.identity.way;

import org.jspecify.annotations.NullMarked;
