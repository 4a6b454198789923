@NullMarked
package org.badgebridge.badgeclass.content;

import org.jspecify.annotations.NullMarked;
