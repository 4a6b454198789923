/** What an owner does with the documents that were joined to their badges. */
@NullMarked
package org.badgebridge.backpack.supplement;

import org.jspecify.annotations.NullMarked;
