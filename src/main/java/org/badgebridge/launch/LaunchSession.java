package org.badgebridge.launch;

import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.identity.Actor;
import org.badgebridge.web.Page;
import org.badgebridge.web.Words;
import org.jspecify.annotations.Nullable;

/**
 * One accepted launch: who is in the frame, in which course, with which rights, until when.
 *
 * <p>Rights hold for this launch only; a role that the LMS takes away is gone with the next.
 *
 * @param displayName the user's name, or a neutral word if the platform withholds it
 * @param testUser whether this is a student view: sandbox awards only
 * @param role from context roles only
 * @param context the course; null if the platform sent none
 * @param link the link that was opened; null for deep linking
 * @param custom custom parameters, with variables the platform does not know left out
 * @param ags null if the platform offers no gradebook service here
 * @param membershipsUrl null if the platform offers no roster here
 * @param deepLinking what the platform takes back; not null for deep linking only
 * @param framedBy origins that may frame the page
 * @param accent the institution's accent colour as {@code #rrggbb}
 */
public record LaunchSession(
    UUID id,
    UUID institutionId,
    UUID platformId,
    UUID deploymentId,
    UUID lmsUserId,
    UUID personId,
    String displayName,
    boolean testUser,
    MessageType message,
    CourseRole role,
    Locale locale,
    @Nullable Context context,
    @Nullable Link link,
    Map<String, String> custom,
    @Nullable Ags ags,
    @Nullable String membershipsUrl,
    @Nullable DeepLinking deepLinking,
    List<String> framedBy,
    String accent,
    Instant createdAt,
    Instant expiresAt) {

  /** A course as the platform names it. */
  public record Context(String id, @Nullable String label, @Nullable String title) {}

  /** A resource link as the platform names it. */
  public record Link(String id, @Nullable String title) {}

  /** Where the gradebook is (Assignment and Grade Services 2.0 §3.1). */
  public record Ags(@Nullable String lineitems, @Nullable String lineitem, Set<String> scopes) {}

  /**
   * What the platform takes back (Deep Linking 2.0 §3.2).
   *
   * @param data opaque, to be returned unchanged
   */
  public record DeepLinking(
      String returnUrl,
      Set<String> acceptTypes,
      boolean acceptMultiple,
      boolean acceptLineItem,
      @Nullable String data,
      @Nullable String title,
      @Nullable String text) {}

  /** Who acts in this session, for the audit trail. */
  public Actor actor() {
    Actor.Kind kind =
        switch (role) {
          case LECTURER -> Actor.Kind.LECTURER;
          case LEARNER -> Actor.Kind.LEARNER;
          case OTHER -> Actor.Kind.ANONYMOUS;
        };
    return new Actor(kind, lmsUserId, "launch " + id);
  }

  /**
   * A page in this session's language and colour.
   *
   * @param bearer for a whole page, the bearer its script sends; null for a part of one
   */
  public Page page(Words words, @Nullable String bearer) {
    return new Page(locale, words, bearer, accent);
  }
}
