/**
 * Verifying any Open Badge, ours or a stranger's, by address, file or paste: every check is named
 * with its result, and what could not be checked never passes for a yes.
 */
@NullMarked
package org.badgebridge.verification;

import org.jspecify.annotations.NullMarked;
