/** The doors of a backpack outside the LMS, and the ways in that its owner adds and removes. */
@NullMarked
package org.badgebridge.backpack.entry;

import org.jspecify.annotations.NullMarked;
