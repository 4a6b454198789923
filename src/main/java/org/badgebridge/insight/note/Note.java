package org.badgebridge.insight.note;

import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Id;
import jakarta.persistence.Table;
import jakarta.persistence.Version;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** One lesson: what was learned, or changed, and from which day on. */
@Entity
@Table(name = "insight_note")
public class Note {

  @Id private UUID id;

  @Column(name = "institution_id")
  private UUID institutionId;

  @Column(name = "badge_class_id")
  private @Nullable UUID badgeClassId;

  @Column(name = "course_id")
  private @Nullable UUID courseId;

  @Column(name = "noted_on")
  private LocalDate day;

  private String words;

  @Column(name = "owner_id")
  private UUID ownerId;

  @Column(name = "created_at")
  private Instant createdAt;

  @Version private long version;

  protected Note() {} // for JPA

  Note(UUID institutionId, NoteForm form, UUID ownerId, Instant now) {
    this.id = UUID.randomUUID();
    this.institutionId = institutionId;
    this.badgeClassId = form.badgeClass();
    this.courseId = form.course();
    this.day = form.checkedDay();
    this.words = form.words();
    this.ownerId = ownerId;
    this.createdAt = now;
  }

  /** Says something else, of another day; what it is about stays. */
  boolean says(String text, LocalDate on) {
    if (words.equals(text) && day.equals(on)) {
      return false;
    }
    words = text;
    day = on;
    return true;
  }

  public UUID id() {
    return id;
  }

  public UUID institutionId() {
    return institutionId;
  }

  /** Null if it is about all badge classes. */
  public @Nullable UUID badgeClassId() {
    return badgeClassId;
  }

  /** Null if it is about all courses. */
  public @Nullable UUID courseId() {
    return courseId;
  }

  /** The day from which on it holds. */
  public LocalDate day() {
    return day;
  }

  public String words() {
    return words;
  }

  /** The account of whoever wrote it. */
  public UUID ownerId() {
    return ownerId;
  }

  public Instant createdAt() {
    return createdAt;
  }
}
