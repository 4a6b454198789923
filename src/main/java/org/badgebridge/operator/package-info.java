/**
 * The administrators' own door and desk: first set-up, signing in, inviting others, and what needs
 * a person's hand. Composition only, so it may know any room.
 */
@NullMarked
package org.badgebridge.operator;

import org.jspecify.annotations.NullMarked;
