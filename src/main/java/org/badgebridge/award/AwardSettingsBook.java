package org.badgebridge.award;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.transaction.Transactional;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.FieldFault;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.jspecify.annotations.Nullable;

/** The clocks of every institution. */
@ApplicationScoped
public class AwardSettingsBook {

  private static final int MOST_DAYS = 730;
  private static final int MOST_GAP = 90;
  private static final int MOST_MINUTES = 1440;
  private static final int LEAST_EVIDENCE = 90;
  private static final int MOST_EVIDENCE = 3650;

  private final EntityManager entityManager;
  private final AuditTrail audit;

  @Inject
  public AwardSettingsBook(EntityManager entityManager, AuditTrail audit) {
    this.entityManager = entityManager;
    this.audit = audit;
  }

  /** What holds for an institution. */
  public AwardSettings.Values of(UUID institutionId) {
    AwardSettings own = entityManager.find(AwardSettings.class, institutionId);
    return own == null ? AwardSettings.USUAL : own.values();
  }

  /** Grows with every change; 0 while nothing was changed. */
  public long version(UUID institutionId) {
    AwardSettings own = entityManager.find(AwardSettings.class, institutionId);
    return own == null ? 0 : own.version();
  }

  /**
   * Sets the clocks for what is offered from now on; offers keep the day that the learner was told.
   *
   * @param version {@link #version} when the values were shown
   * @throws InvalidFields with every fault
   * @throws ProblemException CONFLICT if somebody else changed them since
   */
  @Transactional
  public void change(UUID institutionId, long version, AwardSettings.Values values, Actor staff) {
    List<FieldFault> faults = faults(values);
    if (!faults.isEmpty()) {
      throw new InvalidFields(faults);
    }
    AwardSettings own =
        entityManager.find(AwardSettings.class, institutionId, LockModeType.PESSIMISTIC_WRITE);
    if ((own == null ? 0 : own.version()) != version) {
      throw new ProblemException(ProblemType.CONFLICT, "institution.changed-meanwhile");
    }
    if (own == null) {
      own = new AwardSettings(institutionId);
      own.take(values);
      entityManager.persist(own);
    } else {
      own.take(values);
    }
    audit.record(
        institutionId, staff, "institution.clocks-set", "institution", institutionId, null);
  }

  private static List<FieldFault> faults(AwardSettings.Values values) {
    List<FieldFault> faults = new ArrayList<>();
    between(faults, "lapseDays", values.lapseDays(), 1, MOST_DAYS);
    between(faults, "reminderGapDays", values.reminderGapDays(), 1, MOST_GAP);
    between(faults, "purgeDays", values.purgeDays(), 0, MOST_DAYS);
    between(faults, "undoMinutes", values.undoMinutes(), 0, MOST_MINUTES);
    Integer evidence = values.evidenceDays();
    if (evidence != null) {
      between(faults, "evidenceDays", evidence, LEAST_EVIDENCE, MOST_EVIDENCE);
    }
    Integer first = values.firstReminderDays();
    Integer second = values.secondReminderDays();
    before(faults, "firstReminderDays", first, values.lapseDays());
    before(faults, "secondReminderDays", second, values.lapseDays());
    if (second != null && (first == null || second <= first)) {
      faults.add(FieldFault.of("secondReminderDays", "award.fault.second-reminder"));
    }
    return faults;
  }

  private static void between(List<FieldFault> faults, String field, int value, int low, int high) {
    if (value < low || value > high) {
      faults.add(FieldFault.of(field, "award.fault.between", low, high));
    }
  }

  private static void before(
      List<FieldFault> faults, String field, @Nullable Integer value, int lapseDays) {
    if (value != null && (value < 1 || value >= lapseDays)) {
      faults.add(FieldFault.of(field, "award.fault.reminder-before-lapse"));
    }
  }
}
