package org.badgebridge.course;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.platform.DeploymentReplaced;

/**
 * Lets the courses of a replaced deployment follow to the new one, with all that hangs on them. One
 * that was opened there already under the same {@code context.id} stays: two courses are not made
 * into one.
 */
@ApplicationScoped
public class MoveCourses {

  private final Sql sql;
  private final AuditTrail audit;

  @Inject
  public MoveCourses(Sql sql, AuditTrail audit) {
    this.sql = sql;
    this.audit = audit;
  }

  void onReplaced(@Observes DeploymentReplaced replaced) {
    int moved =
        sql.update(
            "update course set deployment_id = ?, version = version + 1 where deployment_id = ?"
                + " and context_id not in (select context_id from course where deployment_id = ?)",
            replaced.newId(),
            replaced.oldId(),
            replaced.newId());
    long stayed =
        sql.first(
                "select count(*) as courses from course where deployment_id = ?",
                row -> row.count("courses"),
                replaced.oldId())
            .orElse(0L);
    audit.record(
        replaced.institutionId(),
        replaced.actor(),
        "courses.moved",
        "deployment",
        replaced.newId(),
        moved + " moved, " + stayed + " stayed");
  }
}
