package org.badgebridge;

import java.io.PrintWriter;
import java.sql.Connection;
import java.sql.Driver;
import java.sql.SQLException;
import java.sql.SQLFeatureNotSupportedException;
import java.sql.Statement;
import java.util.Properties;
import java.util.logging.Logger;
import javax.sql.DataSource;
import org.badgebridge.database.DurableConnection;
import org.jspecify.annotations.Nullable;

/**
 * Picks the JDBC driver by the URL, so that one setting moves Badge Bridge from H2 to PostgreSQL,
 * and uses the drivers of the WAR rather than the older ones of the server.
 */
public class BadgeDataSource implements DataSource {

  private String url = "";
  private @Nullable String user;
  private @Nullable String password;
  private @Nullable PrintWriter logWriter;
  private int loginTimeout;

  public String getUrl() {
    return url;
  }

  public void setUrl(String url) {
    this.url = url;
  }

  public @Nullable String getUser() {
    return user;
  }

  public void setUser(@Nullable String user) {
    this.user = user;
  }

  public @Nullable String getPassword() {
    return password;
  }

  public void setPassword(@Nullable String password) {
    this.password = password;
  }

  @Override
  public Connection getConnection() throws SQLException {
    return getConnection(user, password);
  }

  @Override
  public Connection getConnection(@Nullable String user, @Nullable String password)
      throws SQLException {
    Properties login = new Properties();
    if (user != null) {
      login.setProperty("user", user);
    }
    if (password != null) {
      login.setProperty("password", password);
    }
    if (url.startsWith("jdbc:postgresql:")) {
      // EclipseLink binds a null uuid as text; so the server has to infer the type itself
      login.setProperty("stringtype", "unspecified");
      // a batch of inserts goes as a few statements with many rows each
      login.setProperty("reWriteBatchedInserts", "true");
      Connection connection = connected(new org.postgresql.Driver(), login);
      try (Statement statement = connection.createStatement()) {
        // to compile a query of tens of milliseconds takes longer than to run it
        statement.execute("set jit = off");
      }
      return connection;
    }
    // two seconds, H2's own measure, are too few when many write the same rows at once
    setUnlessNamed(login, "LOCK_TIMEOUT", 20_000);
    // rather a file twice as large than tidying it up all the time
    setUnlessNamed(login, "AUTO_COMPACT_FILL_RATE", 50);
    boolean file = url.startsWith("jdbc:h2:") && !url.startsWith("jdbc:h2:mem:");
    if (!file) {
      return connected(new org.h2.Driver(), login);
    }
    // the statements of a request or job; the connection sees to it that their plans do not grow
    // old
    setUnlessNamed(login, "QUERY_CACHE_SIZE", 128);
    return new DurableConnection(url, login, user, password);
  }

  private Connection connected(Driver driver, Properties login) throws SQLException {
    Connection connection = driver.connect(url, login);
    if (connection == null) {
      throw new SQLException("no driver for BADGEBRIDGE_DB_URL; use jdbc:h2: or jdbc:postgresql:");
    }
    return connection;
  }

  private void setUnlessNamed(Properties login, String setting, int value) {
    if (!url.contains(setting)) {
      login.setProperty(setting, Integer.toString(value));
    }
  }

  @Override
  public @Nullable PrintWriter getLogWriter() {
    return logWriter;
  }

  @Override
  public void setLogWriter(@Nullable PrintWriter logWriter) {
    this.logWriter = logWriter;
  }

  @Override
  public int getLoginTimeout() {
    return loginTimeout;
  }

  @Override
  public void setLoginTimeout(int seconds) {
    loginTimeout = seconds;
  }

  @Override
  public Logger getParentLogger() throws SQLFeatureNotSupportedException {
    throw new SQLFeatureNotSupportedException("logs with System.Logger");
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    if (!type.isInstance(this)) {
      throw new SQLException("not a " + type.getName());
    }
    return type.cast(this);
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return type.isInstance(this);
  }
}
