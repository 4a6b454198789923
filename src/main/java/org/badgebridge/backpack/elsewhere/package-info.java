/** Badges of other issuers in a backpack: brought, verified, kept as files, and marked as such. */
@NullMarked
package org.badgebridge.backpack.elsewhere;

import org.jspecify.annotations.NullMarked;
