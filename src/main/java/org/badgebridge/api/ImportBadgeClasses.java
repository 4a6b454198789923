package org.badgebridge.api;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.badgebridge.api.ImportReport.Outcome;
import org.badgebridge.api.ImportReport.RowOutcome;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Rights;

/**
 * Makes and changes badge classes after a file. What is refused in one row stands in no other's
 * way, but all that is taken is taken in one transaction. Importing the same file again changes
 * nothing.
 */
@ApplicationScoped
public class ImportBadgeClasses {

  private final Rights rights;
  private final TakeRow taking;
  private final ForeignIds foreignIds;
  private final AuditTrail audit;
  private final EntityManager entityManager;
  private final TransactionSynchronizationRegistry transactions;

  @Inject
  public ImportBadgeClasses(
      Rights rights,
      TakeRow taking,
      ForeignIds foreignIds,
      AuditTrail audit,
      EntityManager entityManager,
      TransactionSynchronizationRegistry transactions) {
    this.rights = rights;
    this.taking = taking;
    this.foreignIds = foreignIds;
    this.audit = audit;
    this.entityManager = entityManager;
    this.transactions = transactions;
  }

  /**
   * How it is done.
   *
   * @param dryRun whether everything is undone, so that only the report remains
   * @param newVersion whether next versions may be made
   * @param publish whether new ones are published if they were where the file comes from
   */
  public record Manner(boolean dryRun, boolean newVersion, boolean publish) {}

  /**
   * Does it.
   *
   * @param file JSON, at most {@link ImportFile#LARGEST} bytes
   * @throws ProblemException FORBIDDEN if the importer may neither make nor change anything in the
   *     institution, NOT_FOUND for strangers, MALFORMED or INVALID if it is no such file
   */
  @Transactional
  public ImportReport take(UUID institutionId, byte[] file, Manner manner, Actor actor) {
    requireSomething(institutionId, actor);
    ImportFile read = ImportFile.read(file);
    foreignIds.lock(institutionId);
    TakeRow.Import all = new TakeRow.Import(institutionId, manner, actor);
    List<RowOutcome> outcomes = new ArrayList<>();
    for (ImportFile.Line each : read.lines()) {
      if (each.row() == null) {
        outcomes.add(refused(each, each.faults()));
      }
    }
    ImportOrder order = ImportOrder.of(read.lines());
    order.rows().forEach(each -> outcomes.add(outcome(all, each)));
    for (ImportFile.Line each : order.looping()) {
      outcomes.add(refused(each, List.of(FieldFault.of("content.pathway", "api.import.loop"))));
    }
    outcomes.sort(Comparator.comparingInt(RowOutcome::row));
    ImportReport report = new ImportReport(manner.dryRun(), List.copyOf(outcomes));
    finish(institutionId, report, actor);
    return report;
  }

  private void requireSomething(UUID institutionId, Actor actor) {
    Set<Permission> may = rights.somewhereIn(actor, institutionId);
    if (may.isEmpty()) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    if (!may.contains(Permission.CREATE) && !may.contains(Permission.UPDATE)) {
      throw new ProblemException(ProblemType.FORBIDDEN, "staff.lacks.CREATE");
    }
  }

  private RowOutcome outcome(TakeRow.Import all, ImportFile.Line line) {
    try {
      TakeRow.Taken taken = taking.take(all, line);
      boolean shown = !all.manner().dryRun() || taken.outcome() != Outcome.CREATED;
      return new RowOutcome(
          line.position(),
          line.id(),
          line.name(),
          taken.outcome(),
          shown ? taken.badgeClass() : null,
          List.of());
    } catch (InvalidFields invalid) {
      return refused(line, invalid.faults());
    } catch (ProblemException problem) {
      return refused(line, List.of(new FieldFault("", problem.detailKey(), problem.arguments())));
    }
  }

  private static RowOutcome refused(ImportFile.Line line, List<FieldFault> faults) {
    return new RowOutcome(line.position(), line.id(), line.name(), Outcome.REFUSED, null, faults);
  }

  private void finish(UUID institutionId, ImportReport report, Actor actor) {
    if (report.dryRun()) {
      entityManager.flush(); // what the database refuses, it refuses now, too
      transactions.setRollbackOnly();
      return;
    }
    List<String> counts = new ArrayList<>();
    for (Outcome each : EnumSet.allOf(Outcome.class)) {
      counts.add(each + " " + report.count(each));
    }
    audit.record(
        institutionId,
        actor,
        "badge-classes.imported",
        "institution",
        institutionId,
        String.join(", ", counts));
  }
}
