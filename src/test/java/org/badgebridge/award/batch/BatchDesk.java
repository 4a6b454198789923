package org.badgebridge.award.batch;

import jakarta.persistence.EntityManager;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.award.AwardDesk;
import org.badgebridge.award.Recipients;
import org.badgebridge.badgeclass.BadgeClasses;
import org.badgebridge.database.Sql;
import org.badgebridge.identity.Addressees;
import org.badgebridge.institution.Institutions;
import org.badgebridge.testing.Heard;
import org.badgebridge.testing.JoinedDataSource;
import org.badgebridge.testing.PlannedJobs;
import org.badgebridge.web.Words;

/** The use cases of tables, wired by hand for one transaction. */
final class BatchDesk {

  final Batches batches;
  final KeepBatch keep;
  final StartBatch starting;
  final AwardRows rows;
  final UndoRows undoing;
  final OutcomeSheet outcomes;

  BatchDesk(EntityManager em, Instant now) {
    Clock clock = Clock.fixed(now, ZoneOffset.UTC);
    Sql sql = new Sql(JoinedDataSource.of(em));
    AuditTrail audit = new AuditTrail(em, clock);
    AwardDesk awards = new AwardDesk(em, new Heard<>(), clock);
    BadgeClasses badgeClasses = new BadgeClasses(em);
    batches = new Batches(sql);
    keep =
        new KeepBatch(
            batches,
            awards.atHand,
            badgeClasses,
            new Recipients(
                new Institutions(em, sql, clock), new Addressees(sql, new Heard<>(), clock), sql),
            new Words(),
            audit,
            clock);
    starting =
        new StartBatch(batches, awards.atHand, awards.settings, new PlannedJobs(), audit, clock);
    rows =
        new AwardRows(
            batches,
            awards.atHand,
            badgeClasses,
            new Addressees(sql, new Heard<>(), clock),
            awards.offer,
            clock);
    outcomes = new OutcomeSheet(batches, new Words());
    undoing = new UndoRows(batches, awards.withdraw, sql);
  }
}
