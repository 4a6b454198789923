/**
 * Open Badges documents: composed from one model, signed, stored as they were signed, shown in
 * public only when their owner wants it, and revocable.
 */
@NullMarked
package org.badgebridge.credential;

import org.jspecify.annotations.NullMarked;
