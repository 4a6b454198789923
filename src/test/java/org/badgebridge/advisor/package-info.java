@NullMarked
package org.badgebridge.advisor;

import org.jspecify.annotations.NullMarked;
