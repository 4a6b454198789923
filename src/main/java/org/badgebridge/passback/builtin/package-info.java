/**
 * The sources that are services of the LMS itself: nothing is set up here, but their pages say what
 * the LMS must allow, and try whether it does.
 */
@NullMarked
package org.badgebridge.passback.builtin;

import org.jspecify.annotations.NullMarked;
