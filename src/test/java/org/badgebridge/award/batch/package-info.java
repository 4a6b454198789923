/** Awards for many learners at once. */
@NullMarked
package org.badgebridge.award.batch;

import org.jspecify.annotations.NullMarked;
