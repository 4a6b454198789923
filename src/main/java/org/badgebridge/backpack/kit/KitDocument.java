package org.badgebridge.backpack.kit;

import org.badgebridge.credential.supplement.Supplement;

/**
 * A document that was joined to a badge, as the pages of a kit show it.
 *
 * @param path of its file in the kit
 */
public record KitDocument(String path, Supplement supplement) {}
