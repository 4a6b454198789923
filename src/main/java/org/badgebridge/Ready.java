package org.badgebridge;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.badgebridge.database.DatabaseFailure;
import org.badgebridge.database.Sql;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** Tells a balancer whether this node can serve: the database answers and its schema is current. */
@Readiness
@ApplicationScoped
public class Ready implements HealthCheck {

  private static final String MIGRATED =
      "select count(*) as done from \"flyway_schema_history\" where \"success\" = true";

  private final Sql sql;

  @Inject
  public Ready(Sql sql) {
    this.sql = sql;
  }

  @Override
  public HealthCheckResponse call() {
    boolean up;
    try {
      up = sql.first(MIGRATED, row -> row.count("done")).orElse(0L) > 0;
    } catch (DatabaseFailure e) {
      up = false;
    }
    return HealthCheckResponse.named("database").status(up).build();
  }
}
