/** What a person owns: claiming, showing and hiding badges, in the LMS frame and outside it. */
@NullMarked
package org.badgebridge.backpack;

import org.jspecify.annotations.NullMarked;
