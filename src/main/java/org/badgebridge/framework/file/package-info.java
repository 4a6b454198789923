/** Reads the files that frameworks are exchanged in: CASE JSON and CSV tables, hostile ones too. */
@NullMarked
package org.badgebridge.framework.file;

import org.jspecify.annotations.NullMarked;
