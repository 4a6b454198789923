/** The lecturer's pages of attendance and tasks, in the frame. */
@NullMarked
package org.badgebridge.coursepage.attendance;

import org.jspecify.annotations.NullMarked;
