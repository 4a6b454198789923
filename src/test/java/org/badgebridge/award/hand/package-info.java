/** Awards by hand. */
@NullMarked
package org.badgebridge.award.hand;

import org.jspecify.annotations.NullMarked;
