@NullMarked
package org.badgebridge.api;

import org.jspecify.annotations.NullMarked;
