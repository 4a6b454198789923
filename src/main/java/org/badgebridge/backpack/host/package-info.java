/**
 * Hosts that read backpacks (Open Badges 3.0, OAuth 2.0): their registration, what owners allow
 * them, and the tokens that follow from it. What they then read is {@code backpack.provider}.
 */
@NullMarked
package org.badgebridge.backpack.host;

import org.jspecify.annotations.NullMarked;
