/** Everything that is written about a badge class, as one value: typed, checked, kept, exported. */
@NullMarked
package org.badgebridge.badgeclass.content;

import org.jspecify.annotations.NullMarked;
