/** Whom an institution knows, and how its administrators have somebody erased. */
@NullMarked
package org.badgebridge.privacy.people;

import org.jspecify.annotations.NullMarked;
