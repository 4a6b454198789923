package org.badgebridge.passback;

import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Function;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.course.Activities;
import org.badgebridge.database.Sql;
import org.badgebridge.external.PublicOrigin;
import org.badgebridge.identity.Actor;
import org.badgebridge.keys.Sealer;
import org.badgebridge.keys.SecretsKey;
import org.badgebridge.roster.CourseLearners;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.SampleCourse;

/** A course whose lecturer makes activities and facts by hand; each deed in its own transaction. */
public final class OwnDesk {

  public static final Sealer SEALER =
      new Sealer(
          new SecretsKey(
              new PublicOrigin("https://badges.example.org"),
              Optional.of("MDEyMzQ1Njc4OWFiY2RlZjAxMjM0NTY3ODlhYmNkZWY=")));

  public final OpenDatabase database;
  public final SampleCourse course;
  public final MovableClock clock = new MovableClock();
  public final Heard<PassbackRecorded> heard = new Heard<>();

  public OwnDesk(OpenDatabase database) {
    this.database = database;
    this.course = new SampleCourse(database);
  }

  /** What use cases are made of, within one transaction. */
  public record Room(
      Sql sql,
      OwnActivities activities,
      OwnFacts facts,
      CourseLearners learners,
      AuditTrail audit) {}

  /** Does something in one transaction. */
  public <T> T in(Function<Room, T> deed) {
    return database.compute(entityManager -> deed.apply(room(entityManager)));
  }

  private Room room(EntityManager entityManager) {
    Sql sql = new Sql(JoinedDataSource.of(entityManager));
    AuditTrail audit = new AuditTrail(entityManager, clock);
    return new Room(
        sql,
        new OwnActivities(new Activities(sql, clock), audit),
        new OwnFacts(sql, new RecordPassback(sql, new Evidence(sql), clock, heard), clock),
        new CourseLearners(sql),
        audit);
  }

  /** The lecturer in the course. */
  public InCourse lecturer() {
    return new InCourse(
        course.institution,
        course.course,
        new Actor(Actor.Kind.LECTURER, course.lecturer, "launch 1"));
  }

  /** A learner in the course. */
  public InCourse learner(UUID id) {
    return new InCourse(
        course.institution, course.course, new Actor(Actor.Kind.LEARNER, id, "launch 2"));
  }

  /** What rules read about one learner and activity. */
  public List<EvidenceItem> evidence(UUID activity, UUID learner) {
    return new Evidence(new Sql(database.dataSource())).of(learner, List.of(activity));
  }

  /** How often an action stands in the audit trail. */
  public long audited(String action) {
    return database.count("select count(*) from audit_entry where action = ?", action);
  }
}
