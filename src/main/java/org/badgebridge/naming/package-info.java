/**
 * What learners are called beside their badges: where the name comes from, and how an institution
 * corrects it for who asks. No signed document holds a name, so a new one needs no new badge.
 */
@NullMarked
package org.badgebridge.naming;

import org.jspecify.annotations.NullMarked;
