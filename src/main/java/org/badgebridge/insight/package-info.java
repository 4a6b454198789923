/**
 * What became of the awards: claim rates and public rates by the date of the offer, what lies
 * unclaimed and why. Every number stands beside its definition, and is the same on the page and in
 * the export.
 */
@NullMarked
package org.badgebridge.insight;

import org.jspecify.annotations.NullMarked;
