/** Badges that are earned by badges: giving them, and showing people how far they are. */
@NullMarked
package org.badgebridge.pathway;

import org.jspecify.annotations.NullMarked;
