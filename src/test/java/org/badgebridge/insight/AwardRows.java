package org.badgebridge.insight;

import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.testing.OpenDatabase;
import org.jspecify.annotations.Nullable;

/** One institution's awards in any state, written straight into the tables. */
final class AwardRows {

  private static final OffsetDateTime THEN = OffsetDateTime.parse("2026-01-01T00:00:00Z");

  final UUID institution = UUID.randomUUID();
  final UUID issuer = UUID.randomUUID();
  private final UUID platform = UUID.randomUUID();
  private final OpenDatabase database;

  AwardRows(OpenDatabase database) {
    this.database = database;
    database.execute(
        "insert into institution (id, name, default_locale, accent, created_at)"
            + " values (?, 'Hogeschool Voorbeeld', 'en', '#1f5fbf', ?)",
        institution,
        THEN);
    database.execute(
        "insert into issuer (id, institution_id, name, created_at)"
            + " values (?, ?, 'Hogeschool Voorbeeld', ?)",
        issuer,
        institution,
        THEN);
    database.execute(
        "insert into platform (id, institution_id, name, product, issuer, client_id,"
            + " auth_login_url, auth_token_url, key_set_url, state, origin, created_at, version)"
            + " values (?, ?, 'LMS', 'generic', 'https://lms.example', 'c', 'https://lms.example/a',"
            + " 'https://lms.example/t', 'https://lms.example/k', 'ACTIVE', 'TYPED', ?, 1)",
        platform,
        institution,
        THEN);
  }

  UUID badgeClass(String name) {
    UUID id = UUID.randomUUID();
    database.execute(
        "insert into badge_class (id, issuer_id, state, name, description, criteria, badge_type,"
            + " theme, language, created_by, created_at, updated_at, version)"
            + " values (?, ?, 'PUBLISHED', ?, 'd', 'c', 'achievement', 'community', 'en', 'x', ?, ?, 1)",
        id,
        issuer,
        name,
        THEN,
        THEN);
    return id;
  }

  void award(UUID badgeClass, String state, @Nullable Instant offeredAt, boolean sandbox) {
    boolean claimed = Set.of("CLAIMED", "REVOKED").contains(state);
    boolean ended =
        Set.of("REJECTED", "DECLINED", "EXPIRED", "WITHDRAWN", "REVOKED").contains(state);
    OffsetDateTime offered = offeredAt == null ? null : offeredAt.atOffset(ZoneOffset.UTC);
    UUID award = UUID.randomUUID();
    database.execute(
        "insert into award_touch (id, institution_id, award_id) values (?, ?, ?)",
        UUID.randomUUID(),
        institution,
        award);
    database.execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, claimed_at, ended_at, created_at,"
            + " version) values (?, ?, ?, ?, 1, ?, ?, 'RULE', '{}', ?, ?, ?, ?, ?, 1)",
        award,
        institution,
        badgeClass,
        learner(),
        state,
        sandbox,
        THEN,
        offered,
        claimed ? offered : null,
        ended ? OffsetDateTime.parse("2026-06-01T00:00:00Z") : null,
        THEN);
  }

  void request(UUID badgeClass, String state, Instant askedAt) {
    OffsetDateTime asked = askedAt.atOffset(ZoneOffset.UTC);
    database.execute(
        "insert into award_request (id, institution_id, badge_class_id, lms_user_id, state, words,"
            + " asked_at, sent_at, decided_at, version) values (?, ?, ?, ?, ?, ?, ?, ?, ?, 1)",
        UUID.randomUUID(),
        institution,
        badgeClass,
        learner(),
        state,
        state.equals("DENIED") ? "not yet" : null,
        asked,
        asked,
        state.equals("OPEN") ? null : asked);
  }

  private UUID learner() {
    UUID person = UUID.randomUUID();
    UUID learner = UUID.randomUUID();
    database.execute("insert into person (id, created_at) values (?, ?)", person, THEN);
    database.execute(
        "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
            + " updated_at) values (?, ?, ?, ?, '=HYPERLINK()', false, ?, ?)",
        learner,
        platform,
        learner.toString(),
        person,
        THEN,
        THEN);
    return learner;
  }
}
