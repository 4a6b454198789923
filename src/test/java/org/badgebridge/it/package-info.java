/** Tests of the whole: the real WAR in Payara Micro, the demo campus beside it, real browsers. */
@NullMarked
package org.badgebridge.it;

import org.jspecify.annotations.NullMarked;
