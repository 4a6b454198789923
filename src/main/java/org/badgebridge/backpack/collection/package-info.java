/**
 * What an owner makes of their badges: collections, a portfolio, an archive, notes, their skills.
 */
@NullMarked
package org.badgebridge.backpack.collection;

import org.jspecify.annotations.NullMarked;
