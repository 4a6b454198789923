/** Evidence from the roster of a restricted placement: who is listed, has done what it asks. */
@NullMarked
package org.badgebridge.passback.membership;

import org.jspecify.annotations.NullMarked;
