package org.badgebridge.database;

import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentMap;
import java.util.function.LongSupplier;
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
 *
 * <p>H2 keeps the plan of a statement for as long as the connection lives, also where it was made
 * while the tables were empty and now reads all rows where an index leads to one. Here a plan is
 * {@link #KEPT} at most.
 */
public final class DurableConnection extends JdbcConnection {

  private static final ConcurrentMap<String, Turns> DATABASES = new ConcurrentHashMap<>();

  /** Long enough that few statements are planned anew, short for a table that is being filled. */
  static final Duration KEPT = Duration.ofSeconds(5);

  /** H2's name for the mark of a clean shutdown in the header of a file. */
  private static final String CLEAN = "clean";

  private final Turns turns;
  private final LongSupplier nanoseconds;
  private long planned;
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
    this(url, settings, user, password, System::nanoTime);
  }

  DurableConnection(
      String url,
      Properties settings,
      @Nullable String user,
      @Nullable String password,
      LongSupplier nanoseconds)
      throws SQLException {
    super(url, settings, user, password, false);
    turns = DATABASES.computeIfAbsent(url, database -> new Turns());
    this.nanoseconds = nanoseconds;
    planned = nanoseconds.getAsLong();
  }

  @Override
  public PreparedStatement prepareStatement(String sql) throws SQLException {
    forgetOldPlans();
    return super.prepareStatement(sql);
  }

  @Override
  public PreparedStatement prepareStatement(String sql, int type, int concurrency)
      throws SQLException {
    forgetOldPlans();
    return super.prepareStatement(sql, type, concurrency);
  }

  /** A session of H2 forgets its plans when it is told its schema. */
  private void forgetOldPlans() throws SQLException {
    long now = nanoseconds.getAsLong();
    if (now - planned > KEPT.toNanos()) {
      setSchema(getSchema());
      planned = now;
    }
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
   *
   * <p>The header of the file says where the newest chunk is. H2 writes it now and then, and leads
   * from there to newer ones; but it may put a new chunk where the one of the header was, and a
   * kill before the next header then costs all commits since. So the header is written with each
   * chunk here: H2 does that when it takes the mark of a clean shutdown out of it.
   */
  private void force() {
    MVStore store = ((SessionLocal) getSession()).getDatabase().getStore().getMvStore();
    store.executeFilestoreOperation(() -> store.getStoreHeader().put(CLEAN, 1));
    store.commit();
    store.executeFilestoreOperation(
        () -> {
          store.getStoreHeader().remove(CLEAN); // still there if others had written all
          store.sync();
        });
  }
}
