/**
 * Lessons learned: what staff noted, about what and when, beside the claim rate before and after.
 */
@NullMarked
package org.badgebridge.insight.note;

import org.jspecify.annotations.NullMarked;
