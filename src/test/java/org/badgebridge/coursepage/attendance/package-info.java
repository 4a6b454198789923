/** Tests of the pages of attendance and tasks. */
@NullMarked
package org.badgebridge.coursepage.attendance;

import org.jspecify.annotations.NullMarked;
