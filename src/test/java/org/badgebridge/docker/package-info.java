/** What the files of the container image promise. */
@NullMarked
package org.badgebridge.docker;

import org.jspecify.annotations.NullMarked;
