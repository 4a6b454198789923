/** Reads the tables that name learners to award: CSV and XLSX. */
@NullMarked
package org.badgebridge.award.batch.file;

import org.jspecify.annotations.NullMarked;
