/**
 * LTI launches: login initiation, the checks of the id_token, the binding to one browser, and the
 * session of the page in the LMS frame.
 */
@NullMarked
package org.badgebridge.launch;

import org.jspecify.annotations.NullMarked;
