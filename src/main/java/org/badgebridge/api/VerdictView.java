package org.badgebridge.api;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import org.badgebridge.verification.Telling;
import org.badgebridge.verification.verdict.Check;
import org.badgebridge.verification.verdict.Endorsement;
import org.badgebridge.verification.verdict.ShownBadge;
import org.badgebridge.verification.verdict.Verdict;
import org.jspecify.annotations.Nullable;

/**
 * A verdict as programs see it: what the page shows, with the names of states, checks and outcomes
 * beside the words.
 *
 * @param badge what the badge says of itself; left out if it cannot be read
 * @param endorsements each with its own outcome; only so many are verified
 * @param document what was judged; left out if there is none
 */
record VerdictView(
    String state,
    String message,
    String checkedAt,
    List<CheckView> checks,
    @Nullable BadgeView badge,
    List<EndorsementView> endorsements,
    @Nullable JsonNode document) {

  /** One check; the key never changes. */
  record CheckView(String check, String outcome, String key, String message) {}

  /** Only the domain is vouched for, and only if the key is the issuer's. */
  record BadgeView(
      String name,
      String description,
      String issuerName,
      String issuerId,
      String issuerDomain,
      @Nullable String awardedAt,
      @Nullable String validUntil) {}

  /**
   * One endorsement; names and comment are what the badge claims of it.
   *
   * @param about {@code BADGE}, {@code ACHIEVEMENT} or {@code ISSUER}; left out if none of them
   */
  record EndorsementView(
      String name,
      String endorserName,
      String endorserDomain,
      @Nullable String about,
      String comment,
      String outcome,
      String key,
      String message) {}

  static VerdictView of(Verdict verdict, Telling telling) {
    return new VerdictView(
        verdict.state().name(),
        telling.state(verdict.state()),
        verdict.checkedAt().toString(),
        verdict.checks().stream().map(each -> view(each, telling)).toList(),
        view(verdict.badge()),
        verdict.endorsements().stream().map(each -> view(each, telling)).toList(),
        document(verdict.document()));
  }

  private static CheckView view(Check check, Telling telling) {
    return new CheckView(
        check.probe().name(), check.outcome().name(), check.key(), telling.said(check));
  }

  private static EndorsementView view(Endorsement endorsement, Telling telling) {
    Endorsement.About about = endorsement.about();
    return new EndorsementView(
        endorsement.name(),
        endorsement.endorser(),
        endorsement.domain(),
        about == null ? null : about.name(),
        endorsement.comment(),
        endorsement.outcome().name(),
        endorsement.result().key(),
        telling.said(endorsement.result()));
  }

  private static @Nullable BadgeView view(@Nullable ShownBadge badge) {
    return badge == null
        ? null
        : new BadgeView(
            badge.name(),
            badge.description(),
            badge.issuer(),
            badge.issuerId(),
            badge.domain(),
            moment(badge.awardedAt()),
            moment(badge.validUntil()));
  }

  private static @Nullable String moment(@Nullable Instant instant) {
    return instant == null ? null : instant.toString();
  }

  private static @Nullable JsonNode document(String json) {
    return json.isEmpty()
        ? null
        : ApiJson.read(json.getBytes(StandardCharsets.UTF_8), JsonNode.class);
  }
}
