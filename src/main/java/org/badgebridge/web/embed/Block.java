package org.badgebridge.web.embed;

/**
 * What a page of ours is as a block. Addresses are paths of ours.
 *
 * @param author who stands behind it
 * @param thumbnail a picture
 * @param thumbnailWidth of the picture in pixels; likewise its height
 * @param frame the block itself
 */
public record Block(
    String title,
    String author,
    String authorPath,
    String thumbnail,
    int thumbnailWidth,
    int thumbnailHeight,
    String frame) {}
