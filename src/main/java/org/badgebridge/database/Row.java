package org.badgebridge.database;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** The row a query stands on, read by column label; only valid while it is being read. */
public final class Row {

  private final ResultSet rows;

  Row(ResultSet rows) {
    this.rows = rows;
  }

  /** A required id. */
  public UUID uuid(String column) {
    return required(column, optionalUuid(column));
  }

  /** An id that may be absent. */
  public @Nullable UUID optionalUuid(String column) {
    return read(column, label -> rows.getObject(label, UUID.class));
  }

  /** A required text. */
  public String text(String column) {
    return required(column, optionalText(column));
  }

  /** A text that may be absent. */
  public @Nullable String optionalText(String column) {
    return read(column, rows::getString);
  }

  /** Required bytes. */
  public byte[] bytes(String column) {
    return required(column, read(column, rows::getBytes));
  }

  /** A required moment. */
  public Instant instant(String column) {
    return required(column, optionalInstant(column));
  }

  /** A moment that may be absent. */
  public @Nullable Instant optionalInstant(String column) {
    OffsetDateTime stored = read(column, label -> rows.getObject(label, OffsetDateTime.class));
    return stored == null ? null : stored.toInstant();
  }

  /** A number that may be absent. */
  public @Nullable Double optionalDouble(String column) {
    try {
      double value = rows.getDouble(column);
      return rows.wasNull() ? null : value;
    } catch (SQLException e) {
      throw new DatabaseFailure(column, e);
    }
  }

  /** A required whole number. */
  public int integer(String column) {
    return required(column, read(column, rows::getInt));
  }

  /** A required large whole number. */
  public long count(String column) {
    return required(column, read(column, rows::getLong));
  }

  /** Large whole numbers that stand beside each other, from a column on; none is read as zero. */
  public long[] counts(String first, int columns) {
    return read(
        first,
        label -> {
          long[] counts = new long[columns];
          int from = rows.findColumn(label);
          for (int i = 0; i < columns; i++) {
            counts[i] = rows.getLong(from + i);
          }
          return counts;
        });
  }

  /** A required truth. */
  public boolean flag(String column) {
    return required(column, read(column, rows::getBoolean));
  }

  /** A truth that may be absent. */
  public @Nullable Boolean optionalFlag(String column) {
    try {
      boolean value = rows.getBoolean(column);
      return rows.wasNull() ? null : value;
    } catch (SQLException e) {
      throw new DatabaseFailure(column, e);
    }
  }

  private static <T> T required(String column, @Nullable T value) {
    return Objects.requireNonNull(value, () -> "column is null: " + column);
  }

  private static <T extends @Nullable Object> T read(String column, Reading<T> reading) {
    try {
      return reading.of(column);
    } catch (SQLException e) {
      throw new DatabaseFailure(column, e);
    }
  }

  private interface Reading<T extends @Nullable Object> {
    T of(String label) throws SQLException;
  }
}
