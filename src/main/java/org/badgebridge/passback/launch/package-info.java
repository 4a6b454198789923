/** Evidence from a launch itself: a restricted placement opens only for who has done its part. */
@NullMarked
package org.badgebridge.passback.launch;

import org.jspecify.annotations.NullMarked;
