/**
 * What lecturers say was done: ticks in a list, or a table. A task is something that happens
 * outside of every system, such as a poster that was presented.
 */
@NullMarked
package org.badgebridge.passback.staff;

import org.jspecify.annotations.NullMarked;
