/** Calls to other systems: one guarded HTTP client, and the address under which others reach us. */
@NullMarked
package org.badgebridge.external;

import org.jspecify.annotations.NullMarked;
