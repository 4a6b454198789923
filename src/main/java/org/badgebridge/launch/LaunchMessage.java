package org.badgebridge.launch;

import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.badgebridge.identity.LmsUser;
import org.jspecify.annotations.Nullable;

/**
 * What a launch says, in our own words.
 *
 * @param deploymentId as the platform writes it
 * @param locale of the page
 * @param returnUrl where the platform wants the user back, or null
 * @param noticesUrl where to ask the platform to tell us of copied courses; null if it does not
 */
record LaunchMessage(
    MessageType type,
    String deploymentId,
    String targetLinkUri,
    String sub,
    LmsUser.Profile profile,
    CourseRole role,
    Locale locale,
    LaunchSession.@Nullable Context context,
    LaunchSession.@Nullable Link link,
    Map<String, String> custom,
    LaunchSession.@Nullable Ags ags,
    @Nullable String membershipsUrl,
    LaunchSession.@Nullable DeepLinking deepLinking,
    @Nullable String returnUrl,
    @Nullable String noticesUrl) {

  /** What is kept for the session. */
  StoredClaims stored(List<String> framedBy) {
    return new StoredClaims(
        role,
        locale.toLanguageTag(),
        context,
        link,
        custom,
        ags,
        membershipsUrl,
        deepLinking,
        framedBy);
  }
}
