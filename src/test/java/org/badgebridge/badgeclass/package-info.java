@NullMarked
package org.badgebridge.badgeclass;

import org.jspecify.annotations.NullMarked;
