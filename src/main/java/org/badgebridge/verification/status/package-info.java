/** Whether the issuer took a badge back: status lists. */
@NullMarked
package org.badgebridge.verification.status;

import org.jspecify.annotations.NullMarked;
