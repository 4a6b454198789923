/** All awards, in whatever state, for those who look one up. */
@NullMarked
package org.badgebridge.award.book;

import org.jspecify.annotations.NullMarked;
