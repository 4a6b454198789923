/** Short JDBC that joins the caller's transaction, and the one place that knows SQL dialects. */
@NullMarked
package org.badgebridge.database;

import org.jspecify.annotations.NullMarked;
