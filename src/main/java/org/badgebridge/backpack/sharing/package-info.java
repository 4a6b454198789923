/** How an owner shows badges to others: what is shown, links of their own, and where they lead. */
@NullMarked
package org.badgebridge.backpack.sharing;

import org.jspecify.annotations.NullMarked;
