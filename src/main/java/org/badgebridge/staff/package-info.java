/**
 * Who may do what for an institution, an issuer group, an issuer or a badge class: seven
 * permissions that hold at a place and at all below it, given by invitation. Also the pages on
 * which staff look after institutions and their people.
 */
@NullMarked
package org.badgebridge.staff;

import org.jspecify.annotations.NullMarked;
