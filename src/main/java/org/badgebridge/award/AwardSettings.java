package org.badgebridge.award;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The clocks of an institution's awards. */
@Entity
@Table(name = "award_settings")
public class AwardSettings {

  /** What holds until an institution says otherwise; the days are those of edubadges. */
  public static final Values USUAL = new Values(82, 20, 40, 7, 30, 10, null);

  @Id
  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "lapse_days")
  private int lapseDays;

  @Column(name = "first_reminder_days")
  private @Nullable Integer firstReminderDays;

  @Column(name = "second_reminder_days")
  private @Nullable Integer secondReminderDays;

  @Column(name = "reminder_gap_days")
  private int reminderGapDays;

  @Column(name = "purge_days")
  private int purgeDays;

  @Column(name = "undo_minutes")
  private int undoMinutes;

  @Column(name = "evidence_days")
  private @Nullable Integer evidenceDays;

  @Version private long version;

  protected AwardSettings() {} // for JPA

  AwardSettings(UUID institutionId) {
    this.institutionId = institutionId;
  }

  void take(Values values) {
    lapseDays = values.lapseDays();
    firstReminderDays = values.firstReminderDays();
    secondReminderDays = values.secondReminderDays();
    reminderGapDays = values.reminderGapDays();
    purgeDays = values.purgeDays();
    undoMinutes = values.undoMinutes();
    evidenceDays = values.evidenceDays();
  }

  Values values() {
    return new Values(
        lapseDays,
        firstReminderDays,
        secondReminderDays,
        reminderGapDays,
        purgeDays,
        undoMinutes,
        evidenceDays);
  }

  /** Grows with every change. */
  long version() {
    return version;
  }

  /**
   * All that can be set.
   *
   * @param lapseDays from the offer until it lapses, where the badge class does not say; 1 to 730
   * @param firstReminderDays from the offer to the first reminder; null for none
   * @param secondReminderDays from the offer to the second one; null for none, which it is without
   *     a first
   * @param reminderGapDays the least days between two reminders to one learner, whatever they are
   *     about; 1 to 90
   * @param purgeDays from a withdrawal until what the award said about the learner is erased; 0 to
   *     730
   * @param undoMinutes from an award given by hand until the learner is told, in which it can be
   *     undone unseen; 0 to 1440
   * @param evidenceDays from the arrival of evidence until it is forgotten, where no rule needs it;
   *     null for never; 90 to 3650
   */
  public record Values(
      int lapseDays,
      @Nullable Integer firstReminderDays,
      @Nullable Integer secondReminderDays,
      int reminderGapDays,
      int purgeDays,
      int undoMinutes,
      @Nullable Integer evidenceDays) {

    /** The days on which to remind, counted from the offer. */
    public List<Integer> reminderDays() {
      return Stream.of(firstReminderDays, secondReminderDays).filter(each -> each != null).toList();
    }
  }
}
