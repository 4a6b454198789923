package org.badgebridge.privacy;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;
import org.jspecify.annotations.Nullable;

/** Rows with as much text in them as fits, so that what is left of them is found anywhere. */
final class Seeds {

  private final OpenDatabase database;
  private final String word;

  Seeds(OpenDatabase database, String word) {
    this.database = database;
    this.word = word;
  }

  /**
   * Inserts a row: what is given, and the word in every other text.
   *
   * @param given names and values
   */
  void add(String table, @Nullable Object... given) {
    Map<String, @Nullable Object> values = new LinkedHashMap<>();
    for (int i = 0; i < given.length; i += 2) {
      values.put(String.valueOf(given[i]), given[i + 1]);
    }
    fill(table, values);
    database.execute(
        "insert into "
            + table
            + " ("
            + String.join(", ", values.keySet())
            + ") values ("
            + "?, ".repeat(values.size() - 1)
            + "?)",
        values.values().toArray());
  }

  private void fill(String table, Map<String, @Nullable Object> values) {
    try (Connection connection = database.dataSource().getConnection();
        ResultSet column = columns(connection, table)) {
      while (column.next()) {
        String name = column.getString("COLUMN_NAME").toLowerCase(Locale.ROOT);
        boolean needed =
            column.getInt("NULLABLE") == DatabaseMetaData.columnNoNulls
                && column.getString("COLUMN_DEF") == null;
        boolean made =
            "YES".equals(column.getString("IS_AUTOINCREMENT"))
                || "YES".equals(column.getString("IS_GENERATEDCOLUMN"));
        int type = column.getInt("DATA_TYPE");
        boolean text = type == Types.VARCHAR || type == Types.CLOB;
        if (!values.containsKey(name) && !made && (needed || text)) {
          values.put(name, value(type, column.getInt("COLUMN_SIZE")));
        }
      }
    } catch (SQLException e) {
      throw new IllegalStateException(table, e);
    }
  }

  private Object value(int type, int size) {
    return switch (type) {
      case Types.VARCHAR, Types.CLOB -> word.length() > size ? word.substring(0, size) : word;
      case Types.BOOLEAN, Types.BIT -> true;
      case Types.INTEGER, Types.BIGINT, Types.SMALLINT -> 1;
      case Types.DOUBLE -> 1.0;
      case Types.TIMESTAMP, Types.TIMESTAMP_WITH_TIMEZONE -> SampleCourse.THEN;
      default -> UUID.randomUUID();
    };
  }

  /** Every text column of the schema, as {@code table.column}. */
  static List<String> texts(OpenDatabase database) {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection();
        ResultSet column = columns(connection, null)) {
      while (column.next()) {
        int type = column.getInt("DATA_TYPE");
        boolean text = type == Types.VARCHAR || type == Types.CLOB || type == Types.LONGVARCHAR;
        if (text && !column.getString("TABLE_NAME").startsWith("flyway")) {
          found.add(
              (column.getString("TABLE_NAME") + "." + column.getString("COLUMN_NAME"))
                  .toLowerCase(Locale.ROOT));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Every table whose rows name a row of another. */
  static List<String> naming(OpenDatabase database, String table) {
    List<String> found = new ArrayList<>();
    try (Connection connection = database.dataSource().getConnection()) {
      String stored = stored(connection, table);
      try (ResultSet key =
          connection.getMetaData().getExportedKeys(null, connection.getSchema(), stored)) {
        while (key.next()) {
          found.add(key.getString("FKTABLE_NAME").toLowerCase(Locale.ROOT));
        }
      }
      return found;
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  private static ResultSet columns(Connection connection, @Nullable String table)
      throws SQLException {
    return connection
        .getMetaData()
        .getColumns(
            null, connection.getSchema(), table == null ? null : stored(connection, table), null);
  }

  private static String stored(Connection connection, String table) throws SQLException {
    return connection.getMetaData().storesUpperCaseIdentifiers()
        ? table.toUpperCase(Locale.ROOT)
        : table;
  }
}
