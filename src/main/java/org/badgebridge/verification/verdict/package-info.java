/** What is said about a badge: the checks, and the one word that follows from them. */
@NullMarked
package org.badgebridge.verification.verdict;

import org.jspecify.annotations.NullMarked;
