/**
 * The inbox of evidence: what sources report is kept once, normalised, and the newest fact of each
 * kind is what rules read.
 */
@NullMarked
package org.badgebridge.passback;

import org.jspecify.annotations.NullMarked;
