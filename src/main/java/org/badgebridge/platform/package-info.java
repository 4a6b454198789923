/**
 * The learning platforms (LMS) that may launch us: how they are registered, their keys, and calls
 * to their services.
 */
@NullMarked
package org.badgebridge.platform;

import org.jspecify.annotations.NullMarked;
