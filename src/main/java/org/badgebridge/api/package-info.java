/**
 * The interface for programs below {@code /api/v1}, and the files that people import and export.
 */
@NullMarked
package org.badgebridge.api;

import org.jspecify.annotations.NullMarked;
