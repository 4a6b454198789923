/**
 * The Open Badges 3.0 API, provider side, as far as it reads: what it offers (discovery), the
 * badges of a learner, and their profile, for hosts that the learner let in.
 */
@NullMarked
package org.badgebridge.backpack.provider;

import org.jspecify.annotations.NullMarked;
