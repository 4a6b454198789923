package org.badgebridge.platform;

import static java.lang.System.Logger.Level.WARNING;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import jakarta.transaction.Transactional.TxType;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import javax.sql.DataSource;

/**
 * What services of platforms last failed with; for the operator. Written outside the caller's
 * transaction, and never a reason for the caller to fail.
 */
@ApplicationScoped
public class PlatformTroubles {

  private static final System.Logger LOG = System.getLogger(PlatformTroubles.class.getName());
  private static final int LONGEST_DETAIL = 500;

  private final DataSource dataSource;
  private final Clock clock;

  @Inject
  public PlatformTroubles(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * One service that does not work now.
   *
   * @param platform the platform's name
   * @param service {@code token}, {@code keys}, {@code roster}, {@code gradebook} or {@code other}
   * @param times failures in a row
   */
  public record Trouble(
      UUID platformId,
      String platform,
      String service,
      Instant since,
      Instant lastAt,
      int times,
      String detail) {}

  /** All present troubles, the latest first. */
  public List<Trouble> list() {
    List<Trouble> found = new ArrayList<>();
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query =
            connection.prepareStatement(
                "select t.platform_id, p.name, t.service, t.since, t.last_at, t.times, t.detail"
                    + " from platform_trouble t join platform p on p.id = t.platform_id"
                    + " order by t.last_at desc");
        ResultSet rows = query.executeQuery()) {
      while (rows.next()) {
        found.add(
            new Trouble(
                rows.getObject(1, UUID.class),
                rows.getString(2),
                rows.getString(3),
                rows.getObject(4, OffsetDateTime.class).toInstant(),
                rows.getObject(5, OffsetDateTime.class).toInstant(),
                rows.getInt(6),
                rows.getString(7)));
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException("troubles cannot be read", e);
    }
  }

  /** Notes that a service failed. */
  @Transactional(TxType.NOT_SUPPORTED)
  void failed(UUID platformId, String service, String detail) {
    LOG.log(WARNING, "platform={0} service={1} {2}", platformId, service, detail);
    String kept = detail.length() > LONGEST_DETAIL ? detail.substring(0, LONGEST_DETAIL) : detail;
    OffsetDateTime now = clock.instant().atOffset(ZoneOffset.UTC);
    int changed =
        write(
            "update platform_trouble set last_at = ?, times = times + 1, detail = ?"
                + " where platform_id = ? and service = ?",
            now,
            kept,
            platformId,
            service);
    if (changed == 0) {
      write(
          "insert into platform_trouble (platform_id, service, since, last_at, times, detail)"
              + " values (?, ?, ?, ?, 1, ?)",
          platformId,
          service,
          now,
          now,
          kept);
    }
  }

  /** Notes that a service works, and with it the token it wanted. */
  @Transactional(TxType.NOT_SUPPORTED)
  void worked(UUID platformId, String service) {
    write(
        "delete from platform_trouble where platform_id = ? and service in (?, 'token')",
        platformId,
        service);
  }

  private int write(String sql, Object... values) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      return statement.executeUpdate();
    } catch (SQLException e) {
      LOG.log(WARNING, "trouble not noted", e); // another node was first, or the database is away
      return -1;
    }
  }
}
