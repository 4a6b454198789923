/**
 * Counts what became of awards, and says what each number means: one source for the page, the
 * interface for programs and the files. Sums lie in tables by day and by month, and are brought up
 * to date before they are read, so that what a reader sees equals a count of the awards themselves.
 */
@NullMarked
package org.badgebridge.insight.figures;

import org.jspecify.annotations.NullMarked;
