package org.badgebridge.launch;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import org.badgebridge.database.Sql;
import org.badgebridge.jobs.RecurringJob;
import org.badgebridge.platform.notice.CourseCopied;

/** Takes each notice once: what it says, and its id, in one transaction. */
@ApplicationScoped
class TakenNotices implements RecurringJob {

  /** Longer than any platform repeats one; the token itself is too old after minutes. */
  private static final Duration KEPT = Duration.ofDays(30);

  private final Sql sql;
  private final Event<CourseCopied> copied;
  private final Clock clock;

  @Inject
  TakenNotices(Sql sql, Event<CourseCopied> copied, Clock clock) {
    this.sql = sql;
    this.copied = copied;
    this.clock = clock;
  }

  /** Takes a notice; one that came before changes nothing, one of another type neither. */
  @Transactional
  void take(NoticeTokens.Verified notice) {
    NoticeMessage.Copied told = notice.message().copied();
    if (told != null
        && sql.insertOnce(
            "insert into platform_notice (platform_id, notice_id, taken_at) values (?, ?, ?)",
            notice.platform().id(),
            notice.message().id(),
            clock.instant())) {
      copied.fire(told.in(notice.deployment().id()));
    }
  }

  @Override
  public String name() {
    return "forget-notices";
  }

  @Override
  public Duration every() {
    return Duration.ofHours(6);
  }

  @Override
  public void run() {
    sql.update("delete from platform_notice where taken_at < ?", clock.instant().minus(KEPT));
  }
}
