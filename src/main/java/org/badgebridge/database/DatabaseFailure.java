package org.badgebridge.database;

import java.sql.SQLException;

/** The database refused a statement; unchecked, so that it rolls the transaction back. */
public class DatabaseFailure extends RuntimeException {

  private static final long serialVersionUID = 1L;

  DatabaseFailure(String statement, SQLException cause) {
    super(cause.getMessage() + " in: " + statement, cause);
  }
}
