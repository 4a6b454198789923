/** The leaver kit: everything in a backpack as one package that is read and checked without us. */
@NullMarked
package org.badgebridge.backpack.kit;

import org.jspecify.annotations.NullMarked;
