/**
 * What learners let an advisor of their choice see for a time: granting and ending it, the
 * advisor's page, and the log of what was opened.
 */
@NullMarked
package org.badgebridge.advisor;

import org.jspecify.annotations.NullMarked;
