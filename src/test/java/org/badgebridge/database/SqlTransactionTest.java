package org.badgebridge.database;

import static org.assertj.core.api.Assertions.assertThat;

import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import javax.sql.DataSource;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.TestDatabase;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** One transaction holds one connection handle, until it ends. */
class SqlTransactionTest {

  private final OpenDatabase database = TestDatabase.H2.open();
  private final List<Connection> taken = new ArrayList<>();
  private final Transaction transaction = new Transaction();
  private final Sql sql = new Sql(counting(), transaction.registry());

  @AfterEach
  void close() {
    database.close();
  }

  @Test
  void sharesOneHandleThroughATransactionAndGivesItBackAtItsEnd() throws Exception {
    transaction.status = Status.STATUS_ACTIVE;
    ask();
    ask();
    assertThat(taken).hasSize(1);
    assertThat(taken.get(0).isClosed()).isFalse();

    transaction.end();
    assertThat(taken.get(0).isClosed()).isTrue();
  }

  @Test
  void takesAFreshHandleInTheNextTransaction() {
    transaction.status = Status.STATUS_ACTIVE;
    ask();
    transaction.end();
    transaction.status = Status.STATUS_ACTIVE;
    ask();
    assertThat(taken).hasSize(2);
  }

  @Test
  void givesEachHandleBackAtOnceOutsideOfTransactionsAndInFailedOnes() throws Exception {
    ask();
    transaction.status = Status.STATUS_MARKED_ROLLBACK;
    ask();
    assertThat(taken).hasSize(2);
    for (Connection each : taken) {
      assertThat(each.isClosed()).isTrue();
    }
  }

  private void ask() {
    assertThat(sql.first("select 1 as one", row -> row.integer("one"))).hasValue(1);
  }

  private DataSource counting() {
    return proxy(
        DataSource.class,
        (name, arguments) -> {
          Connection connection = database.dataSource().getConnection();
          taken.add(connection);
          return connection;
        });
  }

  /** The server's side of a transaction, as far as it is asked. */
  private static final class Transaction {

    private final Map<Object, Object> resources = new HashMap<>();
    private final List<Synchronization> watching = new ArrayList<>();
    private int status = Status.STATUS_NO_TRANSACTION;

    TransactionSynchronizationRegistry registry() {
      return proxy(
          TransactionSynchronizationRegistry.class,
          (name, arguments) ->
              switch (name) {
                case "getTransactionStatus" -> status;
                case "getResource" -> resources.get(arguments[0]);
                case "putResource" -> resources.put(arguments[0], arguments[1]);
                case "registerInterposedSynchronization" -> {
                  watching.add((Synchronization) arguments[0]);
                  yield null;
                }
                default -> throw new AssertionError(name);
              });
    }

    void end() {
      watching.forEach(each -> each.afterCompletion(Status.STATUS_COMMITTED));
      watching.clear();
      resources.clear();
      status = Status.STATUS_NO_TRANSACTION;
    }
  }

  private interface Answer {
    @Nullable Object to(String name, Object[] arguments) throws Exception;
  }

  private static <T> T proxy(Class<T> type, Answer answer) {
    return type.cast(
        Proxy.newProxyInstance(
            type.getClassLoader(),
            new Class<?>[] {type},
            (self, method, arguments) -> answer.to(method.getName(), arguments)));
  }
}
