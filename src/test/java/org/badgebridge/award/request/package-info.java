/** What learners ask for. */
@NullMarked
package org.badgebridge.award.request;

import org.jspecify.annotations.NullMarked;
