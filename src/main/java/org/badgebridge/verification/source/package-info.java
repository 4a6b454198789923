/** Where the documents behind a badge come from: our own database, or the public web. */
@NullMarked
package org.badgebridge.verification.source;

import org.jspecify.annotations.NullMarked;
