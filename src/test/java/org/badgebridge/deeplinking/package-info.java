/** Picking a badge for an activity. */
@NullMarked
package org.badgebridge.deeplinking;

import org.jspecify.annotations.NullMarked;
