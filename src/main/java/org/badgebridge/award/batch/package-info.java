/** Awards for many learners at once, from a table that staff upload. */
@NullMarked
package org.badgebridge.award.batch;

import org.jspecify.annotations.NullMarked;
