package org.badgebridge.backpack.kit;

import org.badgebridge.backpack.elsewhere.ImportedBadge;

/**
 * A badge of another issuer, as the pages of a kit show it.
 *
 * @param original the path of the file that its owner brought, as it was
 * @param picture the path of its picture; empty if there is none
 */
public record KitImported(String original, String picture, ImportedBadge badge) {}
