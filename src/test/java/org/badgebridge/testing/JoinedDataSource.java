package org.badgebridge.testing;

import jakarta.persistence.EntityManager;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import javax.sql.DataSource;

/** As on the server: JDBC uses the connection of the running JPA transaction. */
public final class JoinedDataSource {

  private JoinedDataSource() {}

  /** A data source for the time of one transaction. */
  public static DataSource of(EntityManager entityManager) {
    Connection connection = entityManager.unwrap(Connection.class);
    Connection shared =
        (Connection)
            Proxy.newProxyInstance(
                JoinedDataSource.class.getClassLoader(),
                new Class<?>[] {Connection.class},
                (proxy, method, arguments) -> {
                  if (method.getName().equals("close")) {
                    return null; // the transaction closes it
                  }
                  try {
                    return method.invoke(connection, arguments);
                  } catch (InvocationTargetException e) {
                    throw e.getCause();
                  }
                });
    return (DataSource)
        Proxy.newProxyInstance(
            JoinedDataSource.class.getClassLoader(),
            new Class<?>[] {DataSource.class},
            (proxy, method, arguments) -> shared);
  }
}
