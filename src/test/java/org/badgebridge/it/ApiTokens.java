package org.badgebridge.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;
import org.jspecify.annotations.Nullable;

/** Makes API clients in the database of a running server. */
final class ApiTokens {

  private static final String ALL = "CREATE READ UPDATE DELETE AWARD SIGN ADMINISTRATE";

  private final List<String> jdbc;
  private final UUID maker = UUID.randomUUID();

  ApiTokens(ServerProcess server) {
    jdbc = server.jdbc();
    execute(
        "insert into staff_account (id, email, name, password_hash, locale, created_at, operator,"
            + " version) values (?, ?, 'Api Maker', '-', 'en', ?, false, 1)",
        maker,
        maker + "@example.org",
        Instant.now());
  }

  /** A client that may do everything in an institution. */
  String all(String institution) {
    return make(institution, ALL, null, null);
  }

  String with(String institution, String permissions) {
    return make(institution, permissions, null, null);
  }

  String expired(String institution) {
    return make(institution, ALL, Instant.now().minus(Duration.ofMinutes(1)), null);
  }

  String revoked(String institution) {
    return make(institution, ALL, null, Instant.now());
  }

  private String make(
      String institution,
      String permissions,
      @Nullable Instant expires,
      @Nullable Instant revoked) {
    UUID id = UUID.randomUUID();
    String secret = Tokens.random();
    execute(
        "insert into api_client (id, institution_id, level, place_id, name, permissions,"
            + " secret_digest, created_by, created_at, expires_at, revoked_at, version) select ?,"
            + " id, 'INSTITUTION', id, 'Test', ?, ?, ?, ?, ?, ?, 1 from institution where name = ?",
        id,
        permissions,
        Digests.sha256(secret),
        maker,
        Instant.now(),
        expires,
        revoked,
        institution);
    return "bb_" + id.toString().replace("-", "") + "_" + secret;
  }

  /** Offers a badge class to somebody. Gives the award's id. */
  String award(String badgeClass) {
    UUID award = UUID.randomUUID();
    UUID person = UUID.randomUUID();
    UUID user = UUID.randomUUID();
    Instant now = Instant.now();
    execute("insert into person (id, created_at) values (?, ?)", person, now);
    execute(
        "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
            + " updated_at) select ?, p.id, ?, ?, 'Somebody', false, ?, ? from platform p limit 1",
        user,
        user.toString(),
        person,
        now,
        now);
    execute(
        "insert into direct_award (id, institution_id, badge_class_id, lms_user_id, edition, state,"
            + " sandbox, origin, reason, rule_met_at, offered_at, created_at, version) select ?,"
            + " i.institution_id, b.id, ?, 1, 'OFFERED', false, 'STAFF', '{}', ?, ?, ?, 1 from"
            + " badge_class b join issuer i on i.id = b.issuer_id where b.id = ?",
        award,
        user,
        now,
        now,
        now,
        UUID.fromString(badgeClass));
    return award.toString();
  }

  private void execute(String sql, @Nullable Object... values) {
    try (Connection connection =
            DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2));
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        Object value = values[i];
        statement.setObject(
            i + 1, value instanceof Instant at ? at.atOffset(ZoneOffset.UTC) : value);
      }
      if (statement.executeUpdate() != 1) {
        throw new IllegalStateException("one row was to change: " + sql);
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }
}
