package org.badgebridge.passback.gradebook;

import org.jspecify.annotations.Nullable;

/**
 * One column of a gradebook (AGS 2.0 §3.2.4).
 *
 * @param url its id, which is its address
 * @param resourceId what we called the thing it is for, or null
 * @param resourceLinkId the placement it is coupled to, or null
 */
public record LineItem(
    String url,
    String label,
    double maximum,
    @Nullable String resourceId,
    @Nullable String tag,
    @Nullable String resourceLinkId) {}
