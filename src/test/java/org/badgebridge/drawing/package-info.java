@NullMarked
package org.badgebridge.drawing;

import org.jspecify.annotations.NullMarked;
