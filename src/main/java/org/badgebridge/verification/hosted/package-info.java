/** Open Badges 2.0, whose proof is that the issuer serves them. */
@NullMarked
package org.badgebridge.verification.hosted;

import org.jspecify.annotations.NullMarked;
