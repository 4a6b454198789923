@NullMarked
package org.badgebridge.drawing.artwork;

import org.jspecify.annotations.NullMarked;
