@NullMarked
package org.badgebridge.catalogue;

import org.jspecify.annotations.NullMarked;
