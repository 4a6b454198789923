/**
 * Reaching learners by mail: one digest of what they were offered, reminders with a budget, the
 * words that institutions choose, and what comes back.
 */
@NullMarked
package org.badgebridge.delivery;

import org.jspecify.annotations.NullMarked;
