/**
 * Badges attached to activities of a course by rules: what a rule asks, who meets it, why (not)
 * yet, and the award that follows from new evidence.
 */
@NullMarked
package org.badgebridge.rule;

import org.jspecify.annotations.NullMarked;
