/** Badge Bridge: open badges in the course page. This package only wires the rooms together. */
@NullMarked
package org.badgebridge;

import org.jspecify.annotations.NullMarked;
