/** Lists of awards. */
@NullMarked
package org.badgebridge.award.book;

import org.jspecify.annotations.NullMarked;
