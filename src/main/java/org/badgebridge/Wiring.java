package org.badgebridge;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import javax.sql.DataSource;

/** Makes the server's resources injectable through constructors. */
@ApplicationScoped
@SuppressWarnings("UnusedVariable") // the fields are producers
public class Wiring {

  @Produces
  @PersistenceContext(unitName = "badgebridge")
  private EntityManager entityManager;

  @Produces
  @Resource(lookup = "java:app/jdbc/badgebridge")
  private DataSource dataSource;

  @Produces
  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  private TransactionSynchronizationRegistry transactions;

  @Produces
  @ApplicationScoped
  Clock clock() {
    return Clock.systemUTC();
  }
}
