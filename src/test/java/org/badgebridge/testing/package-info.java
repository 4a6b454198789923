/** What tests of several rooms share. */
@NullMarked
package org.badgebridge.testing;

import org.jspecify.annotations.NullMarked;
