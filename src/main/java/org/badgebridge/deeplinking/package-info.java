/** Picking a badge for an activity, and handing the activity back to the LMS (Deep Linking 2.0). */
@NullMarked
package org.badgebridge.deeplinking;

import org.jspecify.annotations.NullMarked;
