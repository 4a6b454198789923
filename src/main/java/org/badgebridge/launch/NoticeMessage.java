package org.badgebridge.launch;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.platform.notice.CourseCopied;
import org.jspecify.annotations.Nullable;

/**
 * What a verified notice says: a message without a user (LTI Platform Notification Service 1.0).
 *
 * @param id the platform's own; the same notice has the same one however often it comes
 * @param copied null for notices of other types, which we have not asked for
 */
record NoticeMessage(String id, @Nullable Copied copied) {

  /** The type of a notice that tells of a copied course. */
  static final String CONTEXT_COPY = "LtiContextCopyNotice";

  private static final String CLAIM = LaunchMessages.CLAIM;

  /** A course of any size has not so many origins. */
  private static final int MOST_ORIGINS = 100;

  /** The copy, and the platform's ids of the courses it was made from; none if it does not say. */
  record Copied(LaunchSession.Context course, List<String> origins) {

    CourseCopied in(UUID deploymentId) {
      return new CourseCopied(deploymentId, course.id(), course.title(), course.label(), origins);
    }
  }

  /**
   * The message.
   *
   * @throws LaunchRefused if the claims break a rule
   */
  static NoticeMessage read(Map<String, @Nullable Object> claims) {
    if (!"1.3.0".equals(claims.get(CLAIM + "version"))) {
      throw new LaunchRefused(Refusal.VERSION);
    }
    if (!(claims.get(CLAIM + "notice") instanceof Map<?, ?> notice)) {
      throw new LaunchRefused(Refusal.MESSAGE_TYPE);
    }
    String id = LaunchMessages.id(notice.get("id"));
    String type = LaunchMessages.id(notice.get("type"));
    return new NoticeMessage(id, type.equals(CONTEXT_COPY) ? copied(claims) : null);
  }

  private static Copied copied(Map<String, @Nullable Object> claims) {
    if (!(claims.get(CLAIM + "context") instanceof Map<?, ?> course)) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    return new Copied(
        new LaunchSession.Context(
            LaunchMessages.id(course.get("id")),
            ClaimText.line(ClaimText.scalar(course.get("label")), 255),
            ClaimText.line(ClaimText.scalar(course.get("title")), 500)),
        origins(claims.get(CLAIM + "origin_contexts")));
  }

  private static List<String> origins(@Nullable Object claim) {
    if (claim == null) {
      return List.of();
    }
    if (!(claim instanceof List<?> ids) || ids.size() > MOST_ORIGINS) {
      throw new LaunchRefused(Refusal.CLAIMS);
    }
    return ids.stream().map(LaunchMessages::id).distinct().toList();
  }
}
