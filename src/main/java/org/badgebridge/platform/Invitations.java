package org.badgebridge.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import java.util.UUID;
import javax.sql.DataSource;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Digests;
import org.badgebridge.keys.Tokens;

/**
 * The codes in registration links: good for one registration and for a few days. The database has
 * only their digests.
 */
@ApplicationScoped
class Invitations {

  static final Duration GOOD_FOR = Duration.ofDays(7);

  private final DataSource dataSource;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  Invitations(DataSource dataSource, AuditTrail audit, Clock clock) {
    this.dataSource = dataSource;
    this.audit = audit;
    this.clock = clock;
  }

  /** A new code for an institution; it is shown once and never again. */
  @Transactional
  String invite(UUID institutionId, UUID administratorId, Actor actor) {
    String code = Tokens.random();
    UUID id = UUID.randomUUID();
    Instant now = clock.instant();
    write(
        "insert into registration_invitation"
            + " (id, institution_id, code_digest, created_by, created_at, expires_at)"
            + " values (?, ?, ?, ?, ?, ?)",
        id,
        institutionId,
        Digests.sha256(code),
        administratorId,
        now.atOffset(ZoneOffset.UTC),
        now.plus(GOOD_FOR).atOffset(ZoneOffset.UTC));
    audit.record(institutionId, actor, "platform.invited", "registration-invitation", id, null);
    return code;
  }

  /** The invitation of a code if it is still good; looking does not use it. */
  Optional<Invitation> find(String code) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select id, institution_id, expires_at from registration_invitation"
                    + " where code_digest = ? and used_at is null and expires_at > ?")) {
      query.setString(1, Digests.sha256(code));
      query.setObject(2, clock.instant().atOffset(ZoneOffset.UTC));
      try (ResultSet row = query.executeQuery()) {
        return row.next()
            ? Optional.of(
                new Invitation(
                    row.getObject(1, UUID.class),
                    row.getObject(2, UUID.class),
                    row.getObject(3, OffsetDateTime.class).toInstant()))
            : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException("invitation cannot be read", e);
    }
  }

  /** Uses an invitation up; of many at once only one succeeds. */
  @Transactional
  boolean use(Invitation invitation) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    return write(
            "update registration_invitation set used_at = ?"
                + " where id = ? and used_at is null and expires_at > ?",
            now,
            invitation.id(),
            now)
        == 1;
  }

  /** Gives an invitation back whose registration the platform did not take. */
  @Transactional
  void giveBack(Invitation invitation, String reason) {
    write(
        "update registration_invitation set used_at = null where id = ? and platform_id is null",
        invitation.id());
    audit.record(
        invitation.institutionId(),
        new Actor(Actor.Kind.PLATFORM, null, "registration invitation " + invitation.id()),
        "platform.registration-failed",
        "registration-invitation",
        invitation.id(),
        reason.length() > 1000 ? reason.substring(0, 1000) : reason);
  }

  private int write(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      throw new IllegalStateException("invitation cannot be written", e);
    }
  }
}
