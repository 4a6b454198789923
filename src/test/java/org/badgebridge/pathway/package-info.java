@NullMarked
package org.badgebridge.pathway;

import org.jspecify.annotations.NullMarked;
