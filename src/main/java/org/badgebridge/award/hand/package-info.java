/** Awarding by hand: one person's word, without a rule or a table. */
@NullMarked
package org.badgebridge.award.hand;

import org.jspecify.annotations.NullMarked;
