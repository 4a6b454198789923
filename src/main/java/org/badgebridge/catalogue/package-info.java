/** The public pages of what can be earned: list, search, and blocks for other people's pages. */
@NullMarked
package org.badgebridge.catalogue;

import org.jspecify.annotations.NullMarked;
