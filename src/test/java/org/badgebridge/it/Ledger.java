package org.badgebridge.it;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;

/** Reads what a server wrote, from its database. */
final class Ledger implements AutoCloseable {

  private final Connection connection;

  private Ledger(Connection connection) {
    this.connection = connection;
  }

  static Ledger of(ServerProcess server) throws SQLException {
    List<String> jdbc = server.jdbc();
    return new Ledger(DriverManager.getConnection(jdbc.get(0), jdbc.get(1), jdbc.get(2)));
  }

  /** Every row as its columns, joined by spaces. */
  List<String> rows(String sql, Object... values) throws SQLException {
    try (PreparedStatement statement = connection.prepareStatement(sql)) {
      for (int i = 0; i < values.length; i++) {
        statement.setObject(i + 1, values[i]);
      }
      List<String> rows = new ArrayList<>();
      try (ResultSet found = statement.executeQuery()) {
        int columns = found.getMetaData().getColumnCount();
        while (found.next()) {
          List<String> row = new ArrayList<>();
          for (int column = 1; column <= columns; column++) {
            row.add(String.valueOf(found.getObject(column)));
          }
          rows.add(String.join(" ", row));
        }
      }
      return rows;
    }
  }

  long count(String sql, Object... values) throws SQLException {
    return Long.parseLong(rows(sql, values).get(0));
  }

  @Override
  public void close() throws SQLException {
    connection.close();
  }
}
