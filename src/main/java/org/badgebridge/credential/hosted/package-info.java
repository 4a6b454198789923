/**
 * The same badges as Open Badges 2.0, hosted: for backpacks that know nothing newer. What is served
 * counts, so nothing is signed, and a badge is here only while it is public.
 */
@NullMarked
package org.badgebridge.credential.hosted;

import org.jspecify.annotations.NullMarked;
