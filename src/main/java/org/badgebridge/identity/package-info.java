/** Who somebody is: LMS users, persons, actors, and the sessions outside the LMS frame. */
@NullMarked
package org.badgebridge.identity;

import org.jspecify.annotations.NullMarked;
