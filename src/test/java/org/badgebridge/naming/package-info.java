@NullMarked
package org.badgebridge.naming;

import org.jspecify.annotations.NullMarked;
