@NullMarked
package org.badgebridge.staff;

import org.jspecify.annotations.NullMarked;
