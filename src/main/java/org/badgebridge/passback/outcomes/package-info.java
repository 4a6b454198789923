/**
 * A receiver of LTI 1.1 Basic Outcomes that Badge Bridge hosts: tools that only know LTI 1.1 set,
 * read and delete results here, with messages signed by OAuth 1.0a over their whole body.
 */
@NullMarked
package org.badgebridge.passback.outcomes;

import org.jspecify.annotations.NullMarked;
