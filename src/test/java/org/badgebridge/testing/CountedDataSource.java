package org.badgebridge.testing;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import javax.sql.DataSource;
import org.jspecify.annotations.Nullable;

/** A data source that writes down each statement that is sent to the database. */
final class CountedDataSource {

  private final List<String> sent = Collections.synchronizedList(new ArrayList<>());
  private final DataSource counted;

  CountedDataSource(DataSource real) {
    this.counted = proxy(DataSource.class, real, "");
  }

  DataSource dataSource() {
    return counted;
  }

  /** What was sent since the last time. */
  List<String> taken() {
    List<String> all = List.copyOf(sent);
    sent.clear();
    return all;
  }

  /** The same object, all of whose connections and statements are watched. */
  private <T> T proxy(Class<T> type, Object real, String sql) {
    return type.cast(
        Proxy.newProxyInstance(
            CountedDataSource.class.getClassLoader(),
            new Class<?>[] {type},
            (proxy, method, arguments) -> watched(call(real, method, arguments, sql), arguments)));
  }

  private @Nullable Object call(
      Object real, Method method, @Nullable Object @Nullable [] arguments, String sql)
      throws Throwable {
    if (method.getName().startsWith("execute")) {
      sent.add(arguments == null ? sql : String.valueOf(arguments[0]));
    }
    try {
      return method.invoke(real, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }

  private @Nullable Object watched(
      @Nullable Object result, @Nullable Object @Nullable [] arguments) {
    if (result instanceof PreparedStatement) {
      String sql = arguments == null ? "" : String.valueOf(arguments[0]);
      return proxy(PreparedStatement.class, result, sql);
    }
    if (result instanceof Statement) {
      return proxy(Statement.class, result, "");
    }
    return result instanceof Connection ? proxy(Connection.class, result, "") : result;
  }
}
