package org.badgebridge.platform;

import java.net.URI;
import org.jspecify.annotations.Nullable;

/**
 * A request to a platform's LTI service.
 *
 * @param scope what the access token must allow; several are separated by spaces
 * @param accept media type wanted back, or null
 * @param contentType media type of the body, or null
 */
public record ServiceCall(
    String method,
    URI uri,
    String scope,
    @Nullable String accept,
    @Nullable String contentType,
    @Nullable String body) {}
