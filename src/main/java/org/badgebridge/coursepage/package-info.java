/** The page in the LMS frame, the lecturer's and the learner's: composition of other rooms only. */
@NullMarked
package org.badgebridge.coursepage;

import org.jspecify.annotations.NullMarked;
