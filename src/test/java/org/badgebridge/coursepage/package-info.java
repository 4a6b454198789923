/** The page in the LMS frame. */
@NullMarked
package org.badgebridge.coursepage;

import org.jspecify.annotations.NullMarked;
