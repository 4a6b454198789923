@NullMarked
package org.badgebridge.framework.file;

import org.jspecify.annotations.NullMarked;
