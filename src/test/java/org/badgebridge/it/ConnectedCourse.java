package org.badgebridge.it;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.jspecify.annotations.Nullable;

/**
 * A connector, a course that it may speak of and a learner, in the database of a running server.
 */
final class ConnectedCourse {

  /** What its learner is called on its platform. */
  final String learner = "learner-" + UUID.randomUUID();

  final UUID connector = UUID.randomUUID();
  final UUID course = UUID.randomUUID();
  final String contextId = "context-" + UUID.randomUUID();

  private final ServerProcess server;
  private final UUID user = UUID.randomUUID();

  /** A connector of this source, with these settings (JSON) and this secret. */
  ConnectedCourse(ServerProcess server, String source, String settings, @Nullable String secret) {
    this.server = server;
    Instant now = Instant.now();
    UUID person = UUID.randomUUID();
    UUID deployment = UUID.randomUUID();
    execute(
        "insert into deployment (id, platform_id, deployment_id, state, first_seen_at)"
            + " select ?, p.id, ?, 'ACTIVE', ? from platform p"
            + " where p.institution_id is not null order by p.id limit 1",
        deployment,
        deployment.toString(),
        now);
    execute(
        "insert into connector (id, institution_id, platform_id, source, name, settings, secret,"
            + " active, created_at) select ?, p.institution_id, p.id, ?, 'Sender', ?, ?, true, ?"
            + " from platform p join deployment d on d.platform_id = p.id where d.id = ?",
        connector,
        source,
        settings,
        secret == null ? null : sealed(secret),
        now,
        deployment);
    execute(
        "insert into course (id, deployment_id, context_id, title, created_at, version)"
            + " values (?, ?, ?, 'Connected', ?, 1)",
        course,
        deployment,
        contextId,
        now);
    execute("insert into person (id, created_at) values (?, ?)", person, now);
    execute(
        "insert into lms_user (id, platform_id, sub, person_id, name, test_user, created_at,"
            + " updated_at) select ?, platform_id, ?, ?, 'Lee', false, ?, ? from connector"
            + " where id = ?",
        user,
        learner,
        person,
        now,
        now,
        connector);
    execute(
        "insert into membership (course_id, lms_user_id, role, active, ever_lecturer, seen_at)"
            + " values (?, ?, 'LEARNER', true, false, ?)",
        course,
        user,
        now);
  }

  /** Facts are no longer taken from it. */
  void off() {
    execute("update connector set active = false where id = ?", connector);
  }

  /** The score that rules read of the learner, once there is one. */
  double score() throws Exception {
    String newest = "select score from evidence where lms_user_id = ? and undone = false";
    Waiting.until("a score", () -> ask(newest).isPresent());
    return ask(newest).orElseThrow();
  }

  /** Waits until a score of the learner was taken back. */
  void awaitNoScore() throws Exception {
    Waiting.until(
        "no score",
        () ->
            ask("select score from evidence where lms_user_id = ? and undone = true").isPresent());
  }

  private Optional<Double> ask(String sql) {
    try (Connection connection = connect();
        PreparedStatement statement = connection.prepareStatement(sql + " and kind = 'SCORED'")) {
      statement.setObject(1, user);
      try (ResultSet rows = statement.executeQuery()) {
        return rows.next() ? Optional.of(rows.getDouble(1)) : Optional.empty();
      }
    } catch (SQLException e) {
      throw new IllegalStateException(sql, e);
    }
  }

  /** As the server seals it: with the key that lies beside its database. */
  private String sealed(String secret) {
    String database = server.jdbc().get(0).replaceFirst("^jdbc:h2:", "").replaceFirst(";.*", "");
    try {
      String key = Files.readString(Path.of(database).resolveSibling("secrets.key"));
      return new Sealer(
              new SecretsKey(new PublicOrigin(server.address().toString()), Optional.of(key)))
          .sealToText(secret.getBytes(StandardCharsets.UTF_8), "connector-secret");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Connection connect() throws SQLException {
    List<String> jdbc = server.jdbc();
    return DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2));
  }

  private void execute(String sql, @Nullable Object... values) {
    try (Connection connection = connect();
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
