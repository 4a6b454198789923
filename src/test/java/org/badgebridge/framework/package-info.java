@NullMarked
package org.badgebridge.framework;

import org.jspecify.annotations.NullMarked;
