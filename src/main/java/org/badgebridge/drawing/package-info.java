/** How badges look: types, themes, own artwork, their drawing in every size, and the legend. */
@NullMarked
package org.badgebridge.drawing;

import org.jspecify.annotations.NullMarked;
