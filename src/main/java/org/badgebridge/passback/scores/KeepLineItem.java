package org.badgebridge.passback.scores;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.course.Activity;
import org.badgebridge.identity.Actor;
import org.badgebridge.passback.connector.Connector;
import org.badgebridge.passback.connector.Report;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;

/**
 * Makes, changes and deletes line items; audited. Each is an activity of its course from the first
 * moment on, so that lecturers can choose it before anybody has a score.
 */
@ApplicationScoped
class KeepLineItem {

  private static final int MOST = 1000;

  private final LineItems lineItems;
  private final Activities activities;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  KeepLineItem(LineItems lineItems, Activities activities, AuditTrail audit, Clock clock) {
    this.lineItems = lineItems;
    this.activities = activities;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Makes one.
   *
   * @throws ProblemException CONFLICT if the sender has too many in this course
   */
  @Transactional
  public LineItem make(Connector connector, UUID courseId, LineItem.Content content) {
    if (lineItems.count(connector.id(), courseId) >= MOST) {
      throw new ProblemException(ProblemType.CONFLICT, "passback.scores.too-many", MOST);
    }
    LineItem item = new LineItem(UUID.randomUUID(), connector.id(), courseId, content);
    lineItems.add(item, clock.instant());
    Report.What what = what(item);
    activities.known(courseId, what.kind(), what.reference(), what.title());
    record(connector, item, "line-item.made");
    return item;
  }

  /** Replaces what it says. */
  @Transactional
  public LineItem change(Connector connector, LineItem item, LineItem.Content content) {
    LineItem changed = new LineItem(item.id(), item.connectorId(), item.courseId(), content);
    lineItems.replace(item.id(), content);
    Report.What what = what(changed);
    Activity activity =
        activities.known(item.courseId(), what.kind(), what.reference(), what.title());
    activities.rename(activity.id(), what.title());
    record(connector, item, "line-item.changed");
    return changed;
  }

  /** Deletes it for its sender; what learners have from it stays. */
  @Transactional
  public void delete(Connector connector, LineItem item) {
    lineItems.delete(item.id(), clock.instant());
    record(connector, item, "line-item.deleted");
  }

  /** Its activity. */
  static Report.What what(LineItem item) {
    return Report.What.sent(item.connectorId(), item.reference(), item.content().label());
  }

  private void record(Connector connector, LineItem item, String action) {
    audit.record(
        connector.institutionId(),
        Actor.system("connector " + connector.id()),
        action,
        "line-item",
        item.id(),
        null);
  }
}
