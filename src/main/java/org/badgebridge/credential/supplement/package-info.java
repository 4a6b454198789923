/**
 * Supplements: documents that staff join to a badge after it was issued. They touch no credential,
 * and nobody but the owner sees one until the owner switches it on.
 */
@NullMarked
package org.badgebridge.credential.supplement;

import org.jspecify.annotations.NullMarked;
