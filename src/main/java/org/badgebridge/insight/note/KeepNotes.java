package org.badgebridge.insight.note;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Objects;
import java.util.UUID;
import org.badgebridge.audit.AuditTrail;
import org.badgebridge.identity.Actor;
import org.badgebridge.problem.InvalidFields;
import org.badgebridge.problem.ProblemException;
import org.badgebridge.problem.ProblemType;
import org.badgebridge.staff.Permission;
import org.badgebridge.staff.Place;
import org.badgebridge.staff.Places;
import org.badgebridge.staff.Rights;
import org.jspecify.annotations.Nullable;

/**
 * Writes, changes and removes notes. Whoever may change a badge class may write about it; about a
 * whole institution, whoever may change that.
 */
@ApplicationScoped
public class KeepNotes {

  private static final String SUBJECT = "insight-note";

  private final Notes notes;
  private final Rights rights;
  private final Places places;
  private final AuditTrail audit;
  private final Clock clock;

  @Inject
  public KeepNotes(Notes notes, Rights rights, Places places, AuditTrail audit, Clock clock) {
    this.notes = notes;
    this.rights = rights;
    this.places = places;
    this.audit = audit;
    this.clock = clock;
  }

  /**
   * Writes a note.
   *
   * @throws ProblemException FORBIDDEN without UPDATE where it belongs, NOT_FOUND for strangers
   * @throws InvalidFields if it says nothing, or of no day
   */
  @Transactional
  public Note write(UUID institutionId, NoteForm form, Actor author) {
    rights.require(author, Permission.UPDATE, place(institutionId, form.badgeClass()));
    form.check();
    UUID course = form.course();
    if (course != null && !notes.knows(institutionId, course)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    Note note = new Note(institutionId, form, Objects.requireNonNull(author.id()), clock.instant());
    notes.add(note);
    record(note, author, "insight.noted");
    return note;
  }

  /** Changes words and day, refusing as {@link #write}; the same again changes nothing. */
  @Transactional
  public void change(UUID id, NoteForm form, Actor author) {
    Note note = mine(id, author);
    form.check();
    if (note.says(form.words(), form.checkedDay())) {
      record(note, author, "insight.note-changed");
    }
  }

  /** Removes a note, refusing as {@link #write}. */
  @Transactional
  public void remove(UUID id, Actor author) {
    Note note = mine(id, author);
    notes.remove(note);
    record(note, author, "insight.note-removed");
  }

  /** Whether somebody may change a note. */
  public boolean may(Note note, Actor author) {
    return rights.may(author, Permission.UPDATE, place(note.institutionId(), note.badgeClassId()));
  }

  private Note mine(UUID id, Actor author) {
    Note note = notes.get(id);
    rights.require(author, Permission.UPDATE, place(note.institutionId(), note.badgeClassId()));
    return note;
  }

  private Place place(UUID institutionId, @Nullable UUID badgeClassId) {
    if (badgeClassId == null) {
      return Place.institution(institutionId);
    }
    Place place = places.badgeClass(badgeClassId);
    if (!place.institutionId().equals(institutionId)) {
      throw new ProblemException(ProblemType.NOT_FOUND, "problem.not-found.detail");
    }
    return place;
  }

  private void record(Note note, Actor author, String action) {
    audit.record(note.institutionId(), author, action, SUBJECT, note.id(), null);
  }
}
