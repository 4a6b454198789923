package org.badgebridge.launch;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The claim by which a platform offers to tell us of what happens without a launch (LTI Platform
 * Notification Service 1.0).
 */
final class NoticeService {

  private static final String CLAIM = LaunchMessages.CLAIM + "platformnotificationservice";
  private static final String SCOPE = "https://purl.imsglobal.org/spec/lti/scope/noticehandlers";

  private NoticeService() {}

  /** Where to ask to be told of copied courses; null if the platform does not tell of them. */
  static @Nullable String of(Map<String, @Nullable Object> claims) {
    return claims.get(CLAIM) instanceof Map<?, ?> offered
            && has(offered.get("notice_types_supported"), NoticeMessage.CONTEXT_COPY)
            && has(offered.get("scope"), SCOPE)
            && offered.get("platform_notification_service_url") instanceof String url
        ? ClaimText.url(url)
        : null;
  }

  private static boolean has(@Nullable Object list, String value) {
    return list instanceof List<?> values && values.contains(value);
  }
}
