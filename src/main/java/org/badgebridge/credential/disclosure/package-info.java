/** How much of a badge its owner lets others see. */
@NullMarked
package org.badgebridge.credential.disclosure;

import org.jspecify.annotations.NullMarked;
