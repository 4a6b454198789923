/** What can be earned: badge classes and their public pages. */
@NullMarked
package org.badgebridge.badgeclass;

import org.jspecify.annotations.NullMarked;
