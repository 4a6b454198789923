/** Sets names into badges with a typeface of our own, so that no machine needs fonts for it. */
@NullMarked
package org.badgebridge.drawing.lettering;

import org.jspecify.annotations.NullMarked;
