package org.badgebridge.platform.notice;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.badgebridge.database.Row;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.jobs.Jobs;
import org.jspecify.annotations.Nullable;

/**
 * Which deployments offer to tell us of copied courses, and whether they know where. Asked for on
 * the path of launches: one look by key where a platform offers it, and nothing elsewhere.
 */
@ApplicationScoped
public class NoticeHandlers {

  /** Where we take notices. */
  public static final String PATH = "/lti/notices";

  private final Sql sql;
  private final PublicOrigin origin;
  private final Jobs jobs;
  private final Clock clock;

  @Inject
  public NoticeHandlers(Sql sql, PublicOrigin origin, Jobs jobs, Clock clock) {
    this.sql = sql;
    this.origin = origin;
    this.jobs = jobs;
    this.clock = clock;
  }

  /**
   * One deployment that is to tell us.
   *
   * @param handler where we want to be told
   */
  record Wanted(UUID platformId, String serviceUrl, String handler, @Nullable Instant doneAt) {}

  /**
   * A launch says that its deployment tells of copied courses. We ask it to, once: again only when
   * its service or we have moved. Joins the transaction.
   *
   * @param serviceUrl {@code platform_notification_service_url}
   */
  public void offered(UUID deploymentId, String serviceUrl) {
    String handler = origin.at(PATH);
    Optional<Wanted> known = find(deploymentId);
    if (known.filter(each -> same(each, serviceUrl, handler)).isPresent()) {
      return;
    }
    Instant now = clock.instant();
    boolean asked =
        known.isEmpty()
            ? sql.insertOnce(
                "insert into notice_handler (deployment_id, service_url, handler, asked_at)"
                    + " values (?, ?, ?, ?)",
                deploymentId,
                serviceUrl,
                handler,
                now)
            : sql.update(
                    "update notice_handler set service_url = ?, handler = ?, asked_at = ?,"
                        + " registered_at = null where deployment_id = ?"
                        + " and (service_url <> ? or handler <> ?)",
                    serviceUrl,
                    handler,
                    now,
                    deploymentId,
                    serviceUrl,
                    handler)
                == 1;
    if (asked) {
      String id = deploymentId.toString();
      jobs.schedule(RegisterNoticeHandler.NAME, id, id, now);
    }
  }

  private static boolean same(Wanted known, String serviceUrl, String handler) {
    return known.serviceUrl().equals(serviceUrl) && known.handler().equals(handler);
  }

  Optional<Wanted> find(UUID deploymentId) {
    return sql.first(
        "select d.platform_id, h.service_url, h.handler, h.registered_at from notice_handler h"
            + " join deployment d on d.id = h.deployment_id where h.deployment_id = ?",
        NoticeHandlers::read,
        deploymentId);
  }

  /** The platform took it, unless we asked for something else meanwhile. */
  void registered(UUID deploymentId, Wanted wanted) {
    sql.update(
        "update notice_handler set registered_at = ? where deployment_id = ? and service_url = ?"
            + " and handler = ?",
        clock.instant(),
        deploymentId,
        wanted.serviceUrl(),
        wanted.handler());
  }

  private static Wanted read(Row row) {
    return new Wanted(
        row.uuid("platform_id"),
        row.text("service_url"),
        row.text("handler"),
        row.optionalInstant("registered_at"));
  }
}
