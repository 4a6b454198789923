/** Blocks for pages of others: oEmbed 1.0, and the frame that it gives them. */
@NullMarked
package org.badgebridge.web.embed;

import org.jspecify.annotations.NullMarked;
