/** Getting a badge out of what somebody brings, whatever it is, within bounds. */
@NullMarked
package org.badgebridge.verification.reading;

import org.jspecify.annotations.NullMarked;
