package org.badgebridge.backpack.sharing;

/**
 * Another site to which a public badge can be taken: a plain link, which runs nothing of theirs
 * here.
 *
 * @param name as it calls itself, or a key of words that begin with {@code backpack.}
 */
public record Destination(String name, String address) {}
