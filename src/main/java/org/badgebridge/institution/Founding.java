package org.badgebridge.institution;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Clock;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.UUID;
import javax.sql.DataSource;
import org.badgebridge.web.Page;

/**
 * Writes a new institution and its issuer, or nothing if another transaction was first.
 *
 * <p>A unique violation would end the caller's transaction on PostgreSQL, so there the row is
 * passed over by {@code on conflict}; H2 knows no such clause and leaves the transaction whole.
 */
final class Founding {

  private static final String UNIQUE_VIOLATION = "23505";

  private final DataSource dataSource;
  private final Clock clock;

  Founding(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  void found(String name) {
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    UUID id = UUID.randomUUID();
    try (Connection connection = dataSource.getConnection()) {
      boolean first =
          insert(
              connection,
              "insert into institution (id, name, default_locale, accent, created_at)"
                  + " values (?, ?, ?, ?, ?)",
              id,
              name,
              "en",
              Page.ACCENT,
              now);
      if (first) {
        insert(
            connection,
            "insert into issuer (id, institution_id, name, created_at) values (?, ?, ?, ?)",
            UUID.randomUUID(),
            id,
            name,
            now);
      }
    } catch (SQLException e) {
      throw new IllegalStateException("cannot found an institution", e);
    }
  }

  private static boolean insert(Connection connection, String sql, Object... values)
      throws SQLException {
    boolean postgres = "PostgreSQL".equals(connection.getMetaData().getDatabaseProductName());
    try (PreparedStatement insert =
        connection.prepareStatement(postgres ? sql + " on conflict do nothing" : sql)) {
      for (int i = 0; i < values.length; i++) {
        insert.setObject(i + 1, values[i]);
      }
      return insert.executeUpdate() == 1;
    } catch (SQLException e) {
      if (UNIQUE_VIOLATION.equals(e.getSQLState())) {
        return false;
      }
      throw e;
    }
  }
}
