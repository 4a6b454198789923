package org.badgebridge;

import jakarta.annotation.sql.DataSourceDefinition;
import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/**
 * The Jakarta REST application, at the root, and the one data source.
 *
 * <p>The database is chosen by {@code BADGEBRIDGE_DB_URL}, {@code _USER} and {@code _PASSWORD};
 * without them it is an H2 file under {@code ./data}.
 *
 * <p>Payara takes a second place in the pool for a moment when JPA and plain JDBC meet in one
 * transaction. So there are more places than threads that can ask for one ({@code preboot.txt}
 * bounds those of HTTP): else as many transactions as places would all wait for each other.
 */
@ApplicationPath("/")
@DataSourceDefinition(
    name = "java:app/jdbc/badgebridge",
    className = "org.badgebridge.BadgeDataSource",
    url = "${MPCONFIG=badgebridge.db.url:jdbc:h2:./data/badgebridge;DB_CLOSE_ON_EXIT=FALSE}",
    user = "${MPCONFIG=badgebridge.db.user:sa}",
    password = "${MPCONFIG=badgebridge.db.password:sa}",
    minPoolSize = 2,
    maxPoolSize = 64,
    properties = "fish.payara.wrap-jdbc-objects=false")
public class BadgeBridge extends Application {}
