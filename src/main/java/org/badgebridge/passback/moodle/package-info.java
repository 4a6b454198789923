/**
 * Evidence from the web services of a Moodle site: completion and grades of any of its activities,
 * for institutions that give Badge Bridge a token.
 */
@NullMarked
package org.badgebridge.passback.moodle;

import org.jspecify.annotations.NullMarked;
