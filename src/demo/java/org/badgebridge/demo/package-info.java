/**
 * The demo campus: a small, real LTI 1.3 platform for newcomers and for the tests; never part of
 * the WAR.
 */
@NullMarked
package org.badgebridge.demo;

import org.jspecify.annotations.NullMarked;
