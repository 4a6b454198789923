/** Pictures that institutions upload: checked, drawn anew, and kept as plain PNG. */
@NullMarked
package org.badgebridge.drawing.artwork;

import org.jspecify.annotations.NullMarked;
