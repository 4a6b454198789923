package org.badgebridge.framework;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.database.Sql;
import org.badgebridge.framework.file.SampleFiles;
import org.badgebridge.identity.Actor;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.MovableClock;
import org.badgebridge.testing.OpenDatabase;
import org.badgebridge.testing.PlannedJobs;

/** The use cases of frameworks, wired by hand, one transaction each. */
final class FrameworkDesk {

  static final Actor ADA = new Actor(Actor.Kind.ADMINISTRATOR, UUID.randomUUID(), "session");

  final PlannedJobs jobs = new PlannedJobs();
  final MovableClock clock = new MovableClock();
  private final OpenDatabase database;

  FrameworkDesk(OpenDatabase database) {
    this.database = database;
  }

  UUID upload(UUID institution, String text) {
    return database.compute(em -> keep(em, clock).keep(institution, SampleFiles.read(text), ADA));
  }

  void discard(UUID institution, UUID upload) {
    database.transaction(em -> keep(em, clock).discard(institution, upload, ADA));
  }

  UUID start(UUID upload, String name) {
    clock.advance(java.time.Duration.ofSeconds(1));
    return database.compute(
        em ->
            new ImportFramework(
                    new Frameworks(em, sql(em)),
                    uploads(em),
                    jobs,
                    new AuditTrail(em, clock),
                    clock)
                .start(upload, new FrameworkDraft(name, "", "", "en"), ADA));
  }

  /** One batch, as the job runs it. */
  boolean next(UUID upload) {
    return database.compute(em -> new ItemImport(sql(em), uploads(em), clock).next(upload));
  }

  void runAll(UUID upload) {
    boolean more = true;
    while (more) {
      more = next(upload);
    }
  }

  /** Uploads, starts and runs to the end. */
  UUID imported(UUID institution, String text, String name) {
    UUID upload = upload(institution, text);
    UUID framework = start(upload, name);
    runAll(upload);
    return framework;
  }

  void arrange(UUID framework, ArrangeFramework.Deed deed) {
    database.transaction(
        em ->
            new ArrangeFramework(new Frameworks(em, sql(em)), new AuditTrail(em, clock), clock)
                .arrange(framework, deed, ADA));
  }

  ItemSearch search() {
    return new ItemSearch(new Sql(database.dataSource()));
  }

  Upload find(UUID upload) {
    return database.compute(em -> uploads(em).get(upload));
  }

  Upload.Preview preview(UUID upload) {
    return database.compute(em -> uploads(em).preview(upload));
  }

  static Sql sql(EntityManager em) {
    return new Sql(JoinedDataSource.of(em));
  }

  private static Uploads uploads(EntityManager em) {
    return new Uploads(sql(em));
  }

  private static KeepUpload keep(EntityManager em, Clock clock) {
    return new KeepUpload(uploads(em), new AuditTrail(em, clock), clock);
  }
}
