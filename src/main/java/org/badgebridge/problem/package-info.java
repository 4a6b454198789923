/** Every failure a caller can see: its type, its status and the words for it. */
@NullMarked
package org.badgebridge.problem;

import org.jspecify.annotations.NullMarked;
