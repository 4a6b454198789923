/** The gradebook of a platform (AGS 2.0): scores read as evidence, and scores written back. */
@NullMarked
package org.badgebridge.passback.gradebook;

import org.jspecify.annotations.NullMarked;
