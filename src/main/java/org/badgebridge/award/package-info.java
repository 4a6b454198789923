/** Direct awards: an offer of one badge to one learner, from the rule that was met to its end. */
@NullMarked
package org.badgebridge.award;

import org.jspecify.annotations.NullMarked;
