package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.badgebridge.badgeclass.content.BadgeContent;
import org.jspecify.annotations.Nullable;

/**
 * One badge class of a file, as it is written and read.
 *
 * @param id where it comes from; also how the paths of the file name it
 * @param issuer the issuer's name
 * @param state {@code DRAFT}, {@code PUBLISHED} or {@code ARCHIVED}; missing means a draft
 * @param number of the version it was; told, not taken over
 * @param content without its artwork's id, which means nothing elsewhere
 * @param artwork the picture in base64
 */
record ImportRow(
    @Nullable UUID id,
    @Nullable String issuer,
    @Nullable State state,
    @Nullable Integer number,
    @Nullable BadgeContent content,
    @Nullable String artwork) {

  /** As those of badge classes. */
  enum State {
    DRAFT,
    PUBLISHED,
    ARCHIVED
  }

  /** What an export writes. */
  record Written(
      UUID id,
      String issuer,
      String state,
      int number,
      JsonNode content,
      @Nullable String artwork) {}

  boolean published() {
    return state == State.PUBLISHED;
  }
}
