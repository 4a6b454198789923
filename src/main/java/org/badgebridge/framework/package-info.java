/**
 * Frameworks of skills and outcomes (ESCO, CASE, national ones) that an institution imports from
 * files, and the search that suggests their items to badge classes.
 */
@NullMarked
package org.badgebridge.framework;

import org.jspecify.annotations.NullMarked;
