/** What learners ask for: requests, their decisions, and how they meet awards. */
@NullMarked
package org.badgebridge.award.request;

import org.jspecify.annotations.NullMarked;
