/** What is stored about a person: handing it to them, and erasing it for good. */
@NullMarked
package org.badgebridge.privacy;

import org.jspecify.annotations.NullMarked;
