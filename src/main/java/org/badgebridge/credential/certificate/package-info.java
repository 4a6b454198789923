/** Certificates: a badge on paper, which leads back to the badge. A view of it, never the badge. */
@NullMarked
package org.badgebridge.credential.certificate;

import org.jspecify.annotations.NullMarked;
