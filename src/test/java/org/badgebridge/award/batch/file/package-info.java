/** Tables that name learners. */
@NullMarked
package org.badgebridge.award.batch.file;

import org.jspecify.annotations.NullMarked;
