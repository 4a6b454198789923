/** The pages on which staff look awards up and decide about one. */
@NullMarked
package org.badgebridge.operator.awards;

import org.jspecify.annotations.NullMarked;
