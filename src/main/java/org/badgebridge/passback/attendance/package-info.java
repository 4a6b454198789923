/**
 * Meetings that learners check in to, from their own signed launch, with a code that rotates; and
 * what staff correct. Being there counts; that somebody signed up never does, and is not asked.
 */
@NullMarked
package org.badgebridge.passback.attendance;

import org.jspecify.annotations.NullMarked;
