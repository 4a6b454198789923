package org.badgebridge.launch;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import com.fasterxml.jackson.databind.ObjectWriter;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.identity.LmsUser;
import org.jspecify.annotations.Nullable;

/** The part of a launch session that no other table has; JSON in the column {@code claims}. */
record StoredClaims(
    CourseRole role,
    String locale,
    LaunchSession.@Nullable Context context,
    LaunchSession.@Nullable Link link,
    Map<String, String> custom,
    LaunchSession.@Nullable Ags ags,
    @Nullable String membershipsUrl,
    LaunchSession.@Nullable DeepLinking deepLinking,
    List<String> framedBy) {

  private static final ObjectWriter WRITER = new ObjectMapper().writerFor(StoredClaims.class);
  private static final ObjectReader READER = new ObjectMapper().readerFor(StoredClaims.class);

  /** Whose session it is. */
  record Owner(
      UUID launchId,
      UUID institutionId,
      UUID platformId,
      UUID deploymentId,
      LmsUser user,
      String accent) {}

  LaunchSession session(Owner owner, MessageType type, Instant createdAt, Instant expiresAt) {
    LmsUser user = owner.user();
    return new LaunchSession(
        owner.launchId(),
        owner.institutionId(),
        owner.platformId(),
        owner.deploymentId(),
        user.id(),
        user.personId(),
        user.displayName(),
        user.profile().testUser(),
        type,
        role,
        Locale.forLanguageTag(locale),
        context,
        link,
        custom,
        ags,
        membershipsUrl,
        deepLinking,
        framedBy,
        owner.accent(),
        createdAt,
        expiresAt);
  }

  String json() {
    try {
      return WRITER.writeValueAsString(this);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("records of strings are always JSON", e);
    }
  }

  static StoredClaims of(String json) {
    try {
      return READER.readValue(json);
    } catch (JsonProcessingException e) {
      throw new IllegalStateException("a launch row does not hold what we wrote", e);
    }
  }
}
