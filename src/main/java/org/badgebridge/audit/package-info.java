/** Who did what, to what, on whose authority: append-only, in the same transaction as the deed. */
@NullMarked
package org.badgebridge.audit;

import org.jspecify.annotations.NullMarked;
