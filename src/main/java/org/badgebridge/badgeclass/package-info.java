/** What can be earned: badge classes, their types and themes, their drawing and public pages. */
@NullMarked
package org.badgebridge.badgeclass;

import org.jspecify.annotations.NullMarked;
