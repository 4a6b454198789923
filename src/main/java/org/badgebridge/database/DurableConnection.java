package org.badgebridge.database;

import java.sql.SQLException;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import org.h2.engine.SessionLocal;
import org.h2.jdbc.JdbcConnection;
import org.h2.mvstore.MVStore;
import org.jspecify.annotations.Nullable;

/**
 * A connection to an H2 file whose commits are on the disk when they return, so that neither a
 * killed process nor a power cut takes back what was answered. H2 itself writes up to half a second
 * later, or, if told to write at once, writes for each commit alone and leaves the rest to the
 * operating system. Here whoever comes while another commit is being forced to disk waits for the
 * next turn, which takes all that wait: the more there is to do, the less each one costs.
 *
 * <p>Statements without a transaction (auto-commit) are left to H2's own time.
 */
public final class DurableConnection extends JdbcConnection {

  private static final ConcurrentMap<String, Turns> DATABASES = new ConcurrentHashMap<>();

  private final Turns turns;
  private boolean inTransaction;

  /**
   * Opens the database, which it makes if there is none.
   *
   * @param url begins with {@code jdbc:h2:}
   * @throws SQLException if that is not possible
   */
  public DurableConnection(
      String url, Properties settings, @Nullable String user, @Nullable String password)
      throws SQLException {
    super(url, settings, user, password, false);
    turns = DATABASES.computeIfAbsent(url, database -> new Turns());
  }

  /** Ends or begins the time in which this connection may be about to commit. */
  @Override
  public void setAutoCommit(boolean autoCommit) throws SQLException {
    super.setAutoCommit(autoCommit);
    inTransaction(!autoCommit);
  }

  @Override
  public void close() throws SQLException {
    inTransaction(false);
    super.close();
  }

  private void inTransaction(boolean now) {
    if (now && !inTransaction) {
      turns.near();
    } else if (!now && inTransaction) {
      turns.away();
    }
    inTransaction = now;
  }

  @Override
  public void commit() throws SQLException {
    boolean changes = getSession().hasPendingTransaction();
    super.commit();
    if (changes) {
      turns.take(this::force);
    }
  }

  /**
   * H2's own {@code checkpoint sync} forces the file while pages that its background writer took
   * just before may still wait to be written to it: only once that queue is empty does forcing
   * tell.
   */
  private void force() {
    MVStore store = ((SessionLocal) getSession()).getDatabase().getStore().getMvStore();
    store.commit();
    store.executeFilestoreOperation(store::sync);
  }
}
