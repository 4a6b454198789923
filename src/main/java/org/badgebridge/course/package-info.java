/**
 * Courses as the platforms tell of them, their resource links, and what in them yields evidence.
 */
@NullMarked
package org.badgebridge.course;

import org.jspecify.annotations.NullMarked;
