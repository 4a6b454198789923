/** Before enrolment ends: telling those who would lose their backpack, once and calmly. */
@NullMarked
package org.badgebridge.backpack.leaving;

import org.jspecify.annotations.NullMarked;
