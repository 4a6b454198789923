package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.UUID;
import org.badgebridge.badgeclass.BadgeClass;
import org.badgebridge.institution.Issuer;
import org.jspecify.annotations.Nullable;

/**
 * A badge class as programs see it.
 *
 * @param state {@code DRAFT}, {@code PUBLISHED} or {@code ARCHIVED}
 * @param number of its present version, from 1
 * @param revision how often it was changed; in quotes its entity tag
 * @param publishedAt null if it never was
 * @param page its public page; null if it never was published
 */
record BadgeClassView(
    UUID id,
    IssuerName issuer,
    String state,
    int number,
    long revision,
    String createdAt,
    String updatedAt,
    @Nullable String publishedAt,
    @Nullable String page,
    JsonNode content) {

  /** By whom it is. */
  record IssuerName(UUID id, String name) {}

  /**
   * The view.
   *
   * @param page of a published one
   */
  static BadgeClassView of(BadgeClass badgeClass, Issuer issuer, String page) {
    return new BadgeClassView(
        badgeClass.id(),
        new IssuerName(issuer.id(), issuer.name()),
        badgeClass.state().name(),
        badgeClass.number(),
        badgeClass.revision(),
        badgeClass.createdAt().toString(),
        badgeClass.updatedAt().toString(),
        badgeClass.publishedAt() == null ? null : badgeClass.publishedAt().toString(),
        badgeClass.isPublic() ? page : null,
        ApiJson.content(badgeClass.content()));
  }
}
