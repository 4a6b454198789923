/** Work that is owed and must survive a crash: durable jobs on the application's own database. */
@NullMarked
package org.badgebridge.jobs;

import org.jspecify.annotations.NullMarked;
